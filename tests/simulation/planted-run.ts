import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { planted } from './planted.ts';

// One bug in its own process: its text takes the place of the product's as the file is read.
const [, , name, runs, seed] = process.argv;
const plant = planted.find((each) => each.name === name);
if (plant === undefined) throw new Error(`no bug is called ${name}`);

const planting = new Map(plant.files.map((each) => [pathToFileURL(each.file).href, each]));
registerHooks({
  load(url, context, next) {
    const here = planting.get(url);
    if (here === undefined) return next(url, context);
    let source = readFileSync(here.file, 'utf8');
    for (const [find, put] of here.edits) {
      if (!source.includes(find)) throw new Error(`${here.file} no longer has: ${find}`);
      source = source.replace(find, () => put);
    }
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});
const { campaign } = await import('./campaign.ts');
const done = await campaign({ runs: Number(runs), seed: Number(seed), isFirstEnough: true }, () => undefined);
const [failed] = done.failed;
process.stdout.write(
  JSON.stringify({ runs: done.runs, seed: failed?.seed, fault: failed?.faults[0]?.split('\n')[0] }),
);
