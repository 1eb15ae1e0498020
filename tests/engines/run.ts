import { command } from '../command.ts';
import { browsers } from './browsers.ts';
import { runDigests, type DigestRow } from './digests.ts';
import { runJourneys, type JourneyRow } from './journeys.ts';

const usage = `Usage: npm run test:engines -- [--attempts N] [--only digest|journey] [--present] [--json]

Runs seeded attempts of the adaptive engine in Node and in the browsers of this machine, and compares every bit; then takes
a learner through three weeks without a network in each of these browsers, on the built application (npm run build).

  --attempts N   how many (1000)
  --only WHAT    the digests of attempts, or the journeys
  --present      browsers that are not on this machine are left out without complaint
  --json         one JSON object on standard output
  --help         this text

Exit codes: 0 all the same and every journey made, 1 not so, 2 wrong usage, 3 a browser is not here.
`;

const known = {
  attempts: { type: 'string', default: '1000' },
  only: { type: 'string' },
  present: { type: 'boolean', default: false },
} as const;

await command(usage, known, async (options) => {
  const { only, json } = options;
  const attempts = Number(options.attempts);
  const isKnown = only === undefined || only === 'digest' || only === 'journey';
  if (!Number.isInteger(attempts) || attempts < 1 || !isKnown) return undefined;
  const absent = browsers.filter((browser) => !browser.isHere());
  for (const { name, bringer } of absent) say(`${name} is not here: apt-get install ${bringer}`);
  const rows = only === 'journey' ? [] : await runDigests(attempts, say);
  const journeys = only === 'digest' ? [] : await runJourneys(say);
  const isSame = rows.every(({ digest }) => digest === rows[0]?.digest);
  const missing = absent.map(({ name }) => name);
  process.stdout.write(
    json
      ? `${JSON.stringify({ attempts, isSame, rows, journeys, missing })}\n`
      : [...rows.map(digestLine), ...journeys.map(journeyLine), ''].join('\n'),
  );
  const isWell =
    isSame && rows.every(({ digest }) => digest !== '') && journeys.every(({ levels }) => levels);
  if (!isWell) return 1;
  return missing.length > 0 && !options.present ? 3 : 0;
});

function digestLine({ name, engine, digest, agent, seconds }: DigestRow): string {
  return `${name.padEnd(10)} ${engine.padEnd(15)} ${digest.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s  ${agent}`;
}

function journeyLine({ name, agent, seconds, levels, fault = '' }: JourneyRow): string {
  const told = levels ? `level ${levels.before} to ${levels.after}` : 'broke off';
  return `${name.padEnd(10)} ${'journey'.padEnd(15)} ${told.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s  ${agent}${fault && `\n${fault}`}`;
}

function say(line: string): void {
  process.stderr.write(`[engines] ${line}\n`);
}
