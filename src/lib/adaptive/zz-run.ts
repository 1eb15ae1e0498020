import { run } from './zz-measure.ts';
run('2000 items', undefined, 30, 'w', 125);
run('2000 items', undefined, 200, 'w', 125);
for (const seed of ['a', 'b', 'c']) run('default ' + seed, undefined, 500, seed);
