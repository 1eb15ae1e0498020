import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { bankToText } from '#lib/adaptive/bank-file.ts';
import { drawAbilities, drawAnswer, drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { randomIndex, seededRandom } from '#lib/base/random.ts';
import { authored } from './beliefs.ts';
import type { Figure } from './figure.ts';

const project = join(import.meta.dirname, '..', '..', '..');
const ANSWERS_EACH = 32;
/** Told by the process itself as it ends: CPU seconds and the most memory it held. */
const witness =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nUSED "+(u.userCPUTime+u.systemCPUTime)/1e6+" "+u.maxRSS/1024+"\\n")})';

/** The whole command on a million answers to 2,000 items: CPU time and memory. */
export async function calibrationSpeed(answers: number, say: (line: string) => void): Promise<Figure> {
  say(`calibration of ${answers} answers`);
  const folder = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  try {
    const truth = drawBank({ ...REFERENCE_WORLD, itemsPerCompetence: 125 }, seededRandom('million'));
    writeFileSync(join(folder, 'bank.json'), bankToText(authored(truth, 0), 1));
    const random = seededRandom('answers');
    const file = createWriteStream(join(folder, 'answers.jsonl'));
    for (let learner = 0; learner * ANSWERS_EACH < answers; learner += 1) {
      const abilities = drawAbilities(truth, random);
      const seen = new Set<number>();
      while (seen.size < ANSWERS_EACH) seen.add(randomIndex(random, truth.items.length));
      const lines = [...seen].flatMap((place) => {
        const item = truth.items[place];
        if (item === undefined) return [];
        const { score } = drawAnswer(item, abilities, random);
        return [`{"learner":"l${learner}","item":"${item.id}","score":${score},"at":${learner}}\n`];
      });
      if (!file.write(lines.join(''))) await once(file, 'drain');
    }
    file.end();
    await finished(file);
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        ...['--import', witness, 'src/cli/calibrate.ts', '--json'],
        ...['--responses', join(folder, 'answers.jsonl')],
        ...['--bank', join(folder, 'bank.json'), '--out', join(folder, 'next.json')],
      ],
      { cwd: project, encoding: 'utf8', maxBuffer: 1e9 },
    );
    const [, seconds = 'NaN', megabytes = 'NaN'] = /USED (\S+) (\S+)/.exec(stderr) ?? [];
    const values = { seconds: Number(seconds), megabytes: Number(megabytes) };
    return {
      row: `calibration of ${answers.toLocaleString('en')} answers, 2,000 items`,
      measured: `${values.seconds.toFixed(1)} s of CPU, ${values.megabytes.toFixed(0)} MB`,
      values,
      target: '≤ 60 s, ≤ 500 MB',
      isReached: status === 0 && values.seconds <= 60 && values.megabytes <= 500,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
