/** One line of the table: what was measured, and where it should be. */
export interface Figure {
  readonly row: string;
  readonly measured: string;
  readonly values: Readonly<Record<string, number>>;
  readonly target: string;
  /** Undefined where there is nothing to reach. */
  readonly isReached?: boolean;
}

/** The figures as a table for a person. */
export function figureTable(figures: readonly Figure[]): string {
  const width = (of: (figure: Figure) => string): number => Math.max(...figures.map((one) => of(one).length));
  const rowWidth = width(({ row }) => row);
  const measuredWidth = width(({ measured }) => measured);
  return figures
    .map(({ row, measured, target, isReached }) => {
      const sign = isReached === undefined ? ' ' : isReached ? '✓' : '✗';
      return `${sign} ${row.padEnd(rowWidth)}  ${measured.padEnd(measuredWidth)}  ${target}`.trimEnd();
    })
    .join('\n');
}

/** A share as a percentage with one decimal. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
