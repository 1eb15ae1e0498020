import { attemptsDigest } from './attempts-digest.ts';
import { browsers, open } from './browsers.ts';
import { startPageServer } from './page-server.ts';

const PATIENCE_MINUTES = 5;

/** What one engine computed. */
export interface DigestRow {
  readonly name: string;
  readonly engine: string;
  /** Empty when the browser gave nothing in five minutes. */
  readonly digest: string;
  readonly agent: string;
  readonly seconds: number;
}

/** The digest of so many seeded attempts in Node, then in each browser of this machine. */
export async function runDigests(
  attempts: number,
  say: (line: string) => void,
): Promise<readonly DigestRow[]> {
  say('Node: attempts');
  const start = performance.now();
  const digest = attemptsDigest(attempts);
  const rows: DigestRow[] = [
    { name: 'Node', engine: 'V8', digest, agent: process.version, seconds: secondsSince(start) },
  ];
  const server = await startPageServer();
  try {
    for (const browser of browsers) {
      const start = performance.now();
      const result = server.result();
      const opened = open(browser, `${server.address}?attempts=${attempts}`);
      if (opened === undefined) continue;
      say(`${browser.name}: attempts`);
      try {
        const { digest, agent } = await Promise.race([result, givenUp()]);
        rows.push({
          name: browser.name,
          engine: browser.engine,
          digest,
          agent,
          seconds: secondsSince(start),
        });
      } finally {
        await opened.end();
      }
    }
  } finally {
    server.close();
  }
  return rows;
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}

/** A browser that never answers is told apart from one that computes otherwise: it gives no digest. */
function givenUp(): Promise<{ digest: string; agent: string }> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ digest: '', agent: 'gave nothing' }), PATIENCE_MINUTES * 60_000).unref();
  });
}
