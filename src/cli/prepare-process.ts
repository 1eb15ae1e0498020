import { join } from 'node:path';
import { assert } from '#lib/base/assert.ts';
import { settingsOf } from '#lib/server/settings.ts';
import { prepare } from './prepare.ts';
import { project } from './sources.js';

// A process of its own, started by `prepare-apart.ts`: what compiling the content takes of memory ends with it.
process.once('disconnect', () => process.exit(1));
const settings = settingsOf(process.env, project);
assert(settings.ok, 'the server has read the same settings');
const prepared = await prepare(settings.value, {
  sources: join(project, 'content-bundles'),
  isDemoWanted: settings.value.isDemoWanted,
  demoPassword: process.env['DEMO_PASSWORD'],
});
process.send?.(prepared, () => process.exit(0));
