import { parseArgs } from 'node:util';
import { kinds } from '#lib/challenges/registry.ts';
import { checkSources } from '#lib/content/check.ts';
import { isWarning } from '#lib/content/fault.ts';
import { readSources } from '#lib/content/server/source-folder.ts';

const { values } = parseArgs({ allowPositionals: true, options: { source: { type: 'string', default: 'content-bundles' } } });
const { faults, bundles } = checkSources(await readSources(values.source), kinds);
for (const fault of faults) {
  console.log(`${fault.file}:${fault.line} ${isWarning(fault) ? 'warning ' : ''}${fault.rule} ${fault.message} → ${fault.mend}`);
}
console.log(bundles.map(({ id, challenges }) => `${id}: ${challenges.length} challenges ready`).join('\n'));
