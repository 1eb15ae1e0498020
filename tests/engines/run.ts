import { parseArgs } from 'node:util';
import { attemptsDigest } from './attempts-digest.ts';
import { browsers, open } from './browsers.ts';
import { startPageServer } from './page-server.ts';

const usage = `Usage: npm run test:engines -- [--attempts N] [--present] [--json]

Runs seeded attempts of the adaptive engine in Node and in the browsers of this machine, and compares every bit.

  --attempts N   how many (1000)
  --present      browsers that are not on this machine are left out without complaint
  --json         one JSON object on standard output
  --help         this text

Exit codes: 0 all the same, 1 they differ or a browser gave nothing, 2 wrong usage, 3 a browser is not here.
`;
const PATIENCE_MINUTES = 5;

interface Row {
  readonly name: string;
  readonly engine: string;
  readonly digest: string;
  readonly agent: string;
  readonly seconds: number;
}

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args,
      options: {
        attempts: { type: 'string', default: '1000' },
        present: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    process.stderr.write(usage);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const attempts = Number(options.attempts);
  if (!Number.isInteger(attempts) || attempts < 1) {
    process.stderr.write(usage);
    return 2;
  }
  say('Node');
  const start = performance.now();
  const digest = attemptsDigest(attempts);
  const rows: Row[] = [
    { name: 'Node', engine: 'V8', digest, agent: process.version, seconds: secondsSince(start) },
  ];
  const missing: string[] = [];
  const server = await startPageServer();
  try {
    for (const browser of browsers) {
      say(browser.name);
      const start = performance.now();
      const result = server.result();
      const opened = open(browser, `${server.address}?attempts=${attempts}`);
      if (opened === undefined) {
        missing.push(browser.name);
        say(`${browser.name} is not here: apt-get install ${browser.bringer}`);
        continue;
      }
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
  const isSame = rows.every(({ digest }) => digest === rows[0]?.digest);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ attempts, isSame, rows, missing })}\n`
      : `${rows.map(({ name, engine, digest, agent, seconds }) => `${name.padEnd(10)} ${engine.padEnd(15)} ${digest.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${agent}`).join('\n')}\n`,
  );
  if (!isSame || rows.some(({ digest }) => digest === '')) return 1;
  return missing.length > 0 && !options.present ? 3 : 0;
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

function say(line: string): void {
  process.stderr.write(`[engines] ${line}\n`);
}
