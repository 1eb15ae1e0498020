/** One line of the table. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'KB' | 'MB' | 'ms' | 'shift';
  /** What it may come to; absent for what is told only. */
  readonly budget?: number;
  /** The run as a whole fails when a hard budget is over. */
  readonly isHard?: boolean;
  /** A few words on how to read it. */
  readonly note?: string;
}

/** Whether a measure has a budget and is over it. */
export function isOver({ value, budget }: Measure): boolean {
  return budget !== undefined && value > budget;
}

/** The middle of some values, the mean of the two middle ones when they are even in number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return (low + high) / 2;
}

/** The least and the most of some values, as words. */
export function range(values: readonly number[]): string {
  return `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;
}

/** Bytes as kilobytes of a thousand bytes, with one decimal. */
export function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}

/** The measures as a table to read. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    measure.name,
    figure(measure.value, measure.unit),
    measure.budget === undefined ? '' : figure(measure.budget, measure.unit),
    verdict(measure),
    measure.note ?? '',
  ]);
  const all = [['', 'measured', 'budget', '', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => padded(cell, column, widths))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function figure(value: number, unit: Measure['unit']): string {
  if (unit === 'shift') return value.toFixed(3);
  return unit === 'KB' || unit === 'MB' ? `${value.toFixed(1)} ${unit}` : `${Math.round(value)} ms`;
}

/** How the measure stands to its budget, with the share of it that is used. */
function verdict(measure: Measure): string {
  if (measure.budget === undefined) return '';
  const share = `${Math.round((measure.value / measure.budget) * 100)} %`;
  return `${isOver(measure) ? 'over' : 'ok'} ${share}`;
}

function padded(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
}
