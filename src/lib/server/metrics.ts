/** What the server counts of its own work: numbers, and never who. */
export interface Metrics {
  /** Adds to a count, of one kind where it has kinds. */
  readonly count: (name: Counted, by?: number, kind?: string) => void;
  /** A request that was answered after so many seconds. */
  readonly request: (route: string, status: number, seconds: number) => void;
  /** All of it as Prometheus reads it, with what is measured at this moment. */
  readonly text: (measured: Readonly<Record<Measured, number>>) => string;
}

type Counted = keyof typeof counted;
type Measured = keyof typeof measuredNow;

const counted = {
  jalon_parcels_total: { help: 'Parcels that came, by what became of them.', kind: 'outcome' },
  jalon_events_total: { help: 'Events written.', kind: undefined },
  jalon_refusals_total: { help: 'Parcels refused, by reason.', kind: 'reason' },
} as const;

const measuredNow = {
  jalon_projection_lag_events: 'Events received that the participations do not show yet.',
  jalon_server_epoch: 'Grows when a backup was restored.',
} as const;

const bounds = [0.01, 0.05, 0.1, 0.5, 1, 5];

/** Counts that begin at nothing, as they do whenever the server starts. */
export function newMetrics(): Metrics {
  const counts = new Map<string, number>();
  const requests = new Map<string, { buckets: number[]; sum: number; count: number }>();
  const lineOf = (name: string, value: number): string => `${name} ${value}`;
  return {
    count: (name, by = 1, kind = '') => {
      const { kind: label } = counted[name];
      const key = label === undefined ? name : `${name}{${label}="${kind}"}`;
      counts.set(key, (counts.get(key) ?? 0) + by);
    },
    request: (route, status, seconds) => {
      const key = `route="${route.replaceAll(/["\\\n]/g, '')}",status="${Math.floor(status / 100)}xx"`;
      const known = requests.get(key) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      known.buckets = known.buckets.map((count, place) => count + (seconds <= (bounds[place] ?? 0) ? 1 : 0));
      requests.set(key, { ...known, sum: known.sum + seconds, count: known.count + 1 });
    },
    text: (measured) => {
      const lines: string[] = [];
      for (const [name, { help }] of Object.entries(counted)) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`);
        for (const [key, value] of counts) if (key.startsWith(name)) lines.push(lineOf(key, value));
      }
      for (const [name, help] of Object.entries(measuredNow)) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`);
        lines.push(lineOf(name, measured[name as Measured]));
      }
      const seconds = 'jalon_request_seconds';
      lines.push(`# HELP ${seconds} How long requests took.`, `# TYPE ${seconds} histogram`);
      for (const [key, { buckets, sum, count }] of requests) {
        bounds.forEach((bound, place) => {
          lines.push(lineOf(`${seconds}_bucket{${key},le="${bound}"}`, buckets[place] ?? 0));
        });
        lines.push(
          lineOf(`${seconds}_bucket{${key},le="+Inf"}`, count),
          lineOf(`${seconds}_sum{${key}}`, sum),
          lineOf(`${seconds}_count{${key}}`, count),
        );
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
