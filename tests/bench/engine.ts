import { availableParallelism, loadavg } from 'node:os';
import { drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';
import { command } from '../command.ts';
import { beliefs } from './engine/beliefs.ts';
import { calibrationSpeed } from './engine/calibration-speed.ts';
import { figureTable, type Figure } from './engine/figure.ts';
import { loadJscat } from './engine/jscat.ts';
import { longTests } from './engine/long-tests.ts';
import { peerTests } from './engine/peer-tests.ts';
import { selfCalibration } from './engine/self-calibration.ts';
import { shortTests } from './engine/short-tests.ts';
import { size } from './engine/size.ts';
import { speed } from './engine/speed.ts';

const parts = ['short', 'long', 'beliefs', 'learning', 'peers', 'speed', 'calibration', 'size'] as const;
type Part = (typeof parts)[number];

const usage = `Usage: npm run bench:engine -- [options]

Measures the adaptive engine in made-up worlds, beside the van Trees bound, jsCAT and the smart-random rule, and prints
a table. Everything but times is the same for the same seed on any machine. The whole takes about half an hour.

  --banks N       banks of the ten-question tests (8); the other tests take a quarter of them
  --learners N    learners a bank of the ten-question tests (3000); the other tests take a sixth of them
  --seed TEXT     another world (reference)
  --only PART,…   some of: ${parts.join(', ')}
  --json          prints the figures as JSON
  --help          prints this

Exit codes: 0 every figure reached what it should, 1 one did not, 2 wrong usage. The peers are installed when missing.
`;

const known = {
  banks: { type: 'string', default: '8' },
  learners: { type: 'string', default: '3000' },
  seed: { type: 'string', default: 'reference' },
  only: { type: 'string', default: parts.join(',') },
} as const;

await command(usage, known, async (options) => {
  const only = options.only.split(',');
  const [banks, learners] = [Number(options.banks), Number(options.learners)];
  const isWhole = (count: number): boolean => Number.isInteger(count) && count >= 1;
  if (!isWhole(banks) || !isWhole(learners) || only.some((part) => !parts.includes(part as Part)))
    return undefined;
  const figures = await measured(only as Part[], banks, learners, options.seed);
  const machine = { processors: availableParallelism(), load: loadavg()[1] ?? 0 };
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ banks, learners, seed: options.seed, machine, figures }, null, 2)}\n`
      : `${figureTable(figures)}\n`,
  );
  return figures.some(({ isReached }) => isReached === false) ? 1 : 0;
});

async function measured(
  only: readonly Part[],
  bankCount: number,
  learners: number,
  seed: string,
): Promise<readonly Figure[]> {
  const banks = Array.from({ length: bankCount }, (_, index) =>
    drawBank(REFERENCE_WORLD, seededRandom(`${seed} ${index}`)),
  );
  const fewer = banks.slice(0, Math.max(1, Math.round(bankCount / 4)));
  const fewLearners = Math.max(1, Math.round(learners / 6));
  const jscat = only.includes('peers') || only.includes('speed') ? loadJscat(say) : undefined;
  const figures: Figure[] = [];
  for (const part of parts) {
    if (only.includes(part)) figures.push(...(await figuresOf(part)));
  }
  return figures;

  async function figuresOf(part: Part): Promise<readonly Figure[]> {
    switch (part) {
      case 'short':
        return shortTests(banks, learners, say);
      case 'long':
        return longTests(fewer, fewLearners, say);
      case 'beliefs':
        return beliefs(fewer, fewLearners, say);
      case 'learning':
        return selfCalibration(fewer, fewLearners, say);
      case 'peers':
        return fewer.slice(0, 1).flatMap((bank) => peerTests(bank, fewLearners, jscat, say));
      case 'speed':
        return speed(jscat, say);
      case 'calibration':
        return [await calibrationSpeed(1_000_000, say)];
      case 'size':
        return [await size()];
    }
  }
}

function say(line: string): void {
  process.stderr.write(`[bench] ${line}\n`);
}
