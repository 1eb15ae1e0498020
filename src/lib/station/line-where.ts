import type { Summary } from './summary.ts';

/** Words for where somebody stands. */
export interface WhereWords {
  readonly at: (number: number, of: number) => string;
  readonly done: string;
  readonly notBegun: string;
}

/** How a mediator's pages say where somebody stands. */
export function lineWhere(
  { summary }: { readonly summary: Summary | undefined },
  { at, done, notBegun }: WhereWords,
): string {
  if (summary?.running) return at(summary.running.number, summary.running.length);
  return (summary?.results.length ?? 0) > 0 ? done : notBegun;
}
