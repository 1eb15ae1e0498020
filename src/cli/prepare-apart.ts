import { fork } from 'node:child_process';
import { join } from 'node:path';
import { refusal, type Result } from '#lib/base/result.ts';
import type { Preparation, PreparationRefusal } from './prepare.ts';
import { project } from './sources.js';

/**
 * Makes the data directory of this environment ready, as `prepare` does, in a process that ends then: a server lives for
 * months with the memory that it began with. Refused as `prepare` is, or when that process fails (`cannotOpen`).
 */
export function prepareApart(): Promise<Result<Preparation, PreparationRefusal>> {
  const child = fork(join(project, 'src', 'cli', 'prepare-process.ts'), { cwd: project });
  return new Promise((resolve) => {
    // A promise keeps what it was told first: the end of a process that gave its answer changes nothing.
    child.once('message', (prepared) => resolve(prepared as Result<Preparation, PreparationRefusal>));
    child.once('error', (error) => resolve(refusal('cannotOpen', error.message)));
    child.once('exit', (code) => resolve(refusal('cannotOpen', `the preparation ended with ${code}`)));
  });
}
