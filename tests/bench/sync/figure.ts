/** One line of the table: what was measured, and what it should come to. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit:
    'bytes' | 'trips' | 'answers/s' | 'rows/s' | 'ms' | 'MB' | 's' | 'pictures' | 'version' | 'GB';
  /** The most it may be, or the least; neither for what is told only. */
  readonly most?: number;
  readonly least?: number;
  readonly note?: string;
}

/** Whether a figure has a target and misses it. */
export function isMissed({ value, most, least }: Figure): boolean {
  return (most !== undefined && value > most) || (least !== undefined && value < least);
}

/** The figures as a table for a person. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.most === undefined && figure.least === undefined ? ' ' : isMissed(figure) ? '✗' : '✓',
    figure.name,
    `${written(figure.value)} ${figure.unit}`,
    figure.most !== undefined
      ? `≤ ${written(figure.most)}`
      : figure.least !== undefined
        ? `≥ ${written(figure.least)}`
        : '',
    figure.note ?? '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The value below which a share of some values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function written(value: number): string {
  const digits = Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
