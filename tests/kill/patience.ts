/** How long a server may take for anything before it counts as hung (milliseconds): a busy machine is slow, not wrong. */
const patienceMs = 60_000;

/** Something did not end: what it was is told, and counts as a fault. */
export class Hung extends Error {}

/** What some work gives; fails with `Hung` when it takes longer than anybody would wait. */
export async function within<Value>(work: Promise<Value>, what: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Hung(`${what} took more than ${patienceMs / 1_000} s`)), patienceMs);
  });
  try {
    return await Promise.race([work, hung]);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends a request that is not answered in that time. */
export function patience(): AbortSignal {
  return AbortSignal.timeout(patienceMs);
}
