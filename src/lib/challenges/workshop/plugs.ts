import type { PlugName } from './start.ts';

/** Whether the end of a cable goes into a port: each plug into its own kind. */
export function isFit(end: PlugName, port: PlugName): boolean {
  return end === port;
}
