import type { Calibration } from '#lib/adaptive/calibration/calibrate.ts';
import type { Suspicion, Suspicions } from '#lib/adaptive/calibration/suspicion.ts';

/** What a calibration found, for a person and for another program. */
export interface CalibrationReport extends Suspicions {
  readonly revision: number;
  readonly iterations: number;
  readonly isSettled: boolean;
  readonly logLikelihood: number;
  readonly learners: number;
  readonly responses: number;
  readonly rho: Readonly<Record<string, number>>;
  /** The two groups that were compared. */
  readonly groups: readonly string[];
  readonly items: readonly {
    readonly item: string;
    readonly n: number;
    readonly a: number;
    readonly b: number;
    readonly sd: { readonly a: number; readonly b: number };
  }[];
}

/** The report of a calibration. */
export function reportOf(
  { bank, iterations, isSettled, expectation }: Calibration,
  suspicions: Suspicions,
  { revision, groups }: { revision: number; groups: readonly string[] },
): CalibrationReport {
  return {
    revision,
    iterations,
    isSettled,
    logLikelihood: expectation.logLikelihood,
    learners: expectation.learners,
    responses: expectation.answers,
    rho: Object.fromEntries(bank.competences.map((name, index) => [name, bank.rho[index] as number])),
    groups,
    ...suspicions,
    items: bank.items.map(({ id, a, b, sd = { a: 0, b: 0 } }, index) => ({
      item: id,
      n: expectation.counts[index] as number,
      a,
      b,
      sd,
    })),
  };
}

/** The report as a table, with the lists of items to look at below it. */
export function reportText(report: CalibrationReport): string {
  const { items, rho, groups, misfit, drift, bias } = report;
  const rows = items.map(({ item, n, a, b, sd }) => [
    item,
    String(n),
    a.toFixed(3),
    b.toFixed(3),
    sd.a.toFixed(3),
    sd.b.toFixed(3),
  ]);
  const settled = report.isSettled ? '' : ', not settled yet';
  return [
    ...aligned([['item', 'n', 'a', 'b', 'sd of log a', 'sd of b'], ...rows]),
    '',
    `rho: ${Object.entries(rho)
      .map(([name, value]) => `${name} ${value.toFixed(2)}`)
      .join(', ')}`,
    `${report.responses} responses of ${report.learners} learners, ${report.iterations} iterations${settled}, log-likelihood ${report.logLikelihood.toFixed(1)}`,
    `revision ${report.revision}`,
    ...listed('Misfit: the curve does not follow the answers', misfit),
    ...listed('Drift: easier (+) or harder (-) late than early', drift),
    ...(groups.length < 2
      ? []
      : listed(
          `DIF: easier (+) or harder (-) for ${groups[1] as string} than for ${groups[0] as string}`,
          bias,
        )),
    '',
  ].join('\n');
}

function listed(title: string, suspicions: readonly Suspicion[]): readonly string[] {
  if (suspicions.length === 0) return ['', `${title}: no item.`];
  const rows = suspicions.map(({ item, z, effect, answers }) => [
    item,
    z.toFixed(1),
    effect.toFixed(3),
    String(answers),
  ]);
  return ['', `${title}:`, ...aligned([['item', 'z', 'effect', 'n'], ...rows])];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}
