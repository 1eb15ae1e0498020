import { indexOf, type Bank } from '#lib/adaptive/bank.ts';
import { batchOf, type AnswerBatch } from '#lib/adaptive/calibration/answer-batch.ts';
import { calibrate } from '#lib/adaptive/calibration/calibrate.ts';
import { creditOf, type Item } from '#lib/adaptive/item.ts';
import { certificationPolicy } from '#lib/adaptive/policy.ts';
import { selectionOnly } from '#lib/adaptive/simulation/named-policy.ts';
import type { Case } from '#lib/adaptive/simulation/statistics.ts';
import { authored } from './beliefs.ts';
import { percent, type Figure } from './figure.ts';
import { attempts, mean, trial } from './trial.ts';

/** After how many sessions the bank is calibrated again, and the error to reach then. */
const STAGES = [
  { sessions: 1000, most: 0.515 },
  { sessions: 4000, most: 0.495 },
] as const;
const ENOUGH_ANSWERS = 100;

interface Stage {
  readonly sessions: number;
  readonly rmse: number;
  readonly cover: number;
  /** Root mean square error of the difficulties that many answers stand behind, and how many items those are. */
  readonly difficulty: number;
  readonly items: number;
}

/** A bank that only its authors know, calibrated out of its own adaptive sessions. */
export function selfCalibration(
  banks: readonly Bank[],
  learners: number,
  say: (line: string) => void,
): readonly Figure[] {
  const perBank = banks.map((bank, index) => stagesOf(bank, index, learners, say));
  return STAGES.flatMap(({ sessions, most }, place) => {
    const stages = perBank.map((stages) => stages[place]).filter((stage) => stage !== undefined);
    const rmse = mean(stages, (one) => one.rmse);
    const cover = mean(stages, (one) => one.cover);
    const difficulty = mean(stages, (one) => one.difficulty);
    const items = mean(stages, (one) => one.items);
    return [
      {
        row: `after ${sessions} sessions: profile RMSE at 32`,
        measured: `${rmse.toFixed(3)}, cover ${percent(cover)}`,
        values: { rmse, cover },
        target: `≤ ${most}, cover 88-93 %`,
        isReached: rmse <= most && cover >= 0.88 && cover <= 0.93,
      },
      {
        row: `after ${sessions} sessions: RMSE of difficulty, ≥ ${ENOUGH_ANSWERS} answers`,
        measured: `${difficulty.toFixed(3)} over ${items.toFixed(0)} items`,
        values: { difficulty, items },
        target: '≤ 0.20',
        isReached: difficulty <= 0.2,
      },
    ];
  });
}

function stagesOf(
  truth: Bank,
  index: number,
  learners: number,
  say: (line: string) => void,
): readonly Stage[] {
  const start = authored(truth, index);
  const sessions: Case[] = [];
  let bank = start;
  return STAGES.map((stage) => {
    say(`sessions up to ${stage.sessions}, bank ${index + 1}`);
    const policy = selectionOnly(certificationPolicy(bank));
    const more = stage.sessions - sessions.length;
    sessions.push(...attempts(bank, truth, policy, more, `sessions ${index} ${stage.sessions}`));
    // From the authors' bank each time: answers are never counted twice.
    bank = calibratedOn(start, sessions);
    say(`judged after ${stage.sessions}, bank ${index + 1}`);
    const after = trial(bank, truth, selectionOnly(certificationPolicy(bank)), learners, `after ${index}`);
    const counts = new Map<string, number>();
    for (const { run } of sessions)
      for (const { item } of run.answers) counts.set(item, (counts.get(item) ?? 0) + 1);
    const known = bank.items.flatMap((item, place) =>
      (counts.get(item.id) ?? 0) >= ENOUGH_ANSWERS ? [item.b - (truth.items[place] as Item).b] : [],
    );
    return {
      sessions: stage.sessions,
      rmse: after.rmse.competences,
      cover: after.cover90,
      difficulty: Math.sqrt(mean(known, (error) => error * error)),
      items: known.length,
    };
  });
}

function calibratedOn(bank: Bank, sessions: readonly Case[]): Bank {
  const batch = batchOfSessions(bank, sessions);
  const steps = calibrate(bank, () => [batch]);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value.bank;
}

function batchOfSessions(bank: Bank, sessions: readonly Case[]): AnswerBatch {
  const places = new Map(bank.items.map(({ id }, place) => [id, place]));
  const rows = sessions.flatMap(({ run }, learner) =>
    run.answers.map(({ item, score }) => {
      const place = places.get(item) as number;
      return { learner, place, credit: creditOf(bank.items[place] as Item, score) };
    }),
  );
  return batchOf(
    {
      high: new Uint32Array(rows.length),
      low: Uint32Array.from(rows, ({ learner }) => learner),
      items: Int32Array.from(rows, ({ place }) => place),
      credits: Uint8Array.from(rows, ({ credit }) => credit),
      groups: new Uint8Array(rows.length),
      times: Float64Array.from(rows, ({ learner }) => learner),
    },
    indexOf(bank).competences,
  );
}
