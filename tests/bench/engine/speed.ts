import type { Bank } from '#lib/adaptive/bank.ts';
import { USUAL_RHO_DOUBT } from '#lib/adaptive/factor.ts';
import { nextFrom } from '#lib/adaptive/next-item.ts';
import { diagnosticPolicy } from '#lib/adaptive/policy.ts';
import { situationAfter, situationAtStart } from '#lib/adaptive/situation.ts';
import { drawAbilities, drawAnswer, drawBank, REFERENCE_WORLD } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';
import type { Figure } from './figure.ts';
import { JscatTest, type Jscat } from './jscat.ts';

const QUESTIONS = 10;
const WARM_UP = 100;
const ATTEMPTS = 500;
const PEER_ATTEMPTS = 6;

/** CPU time of one question, the estimate and the choice of the next, over 2,000 items, beside a Cat of jsCAT. */
export function speed(jscat: Jscat | undefined, say: (line: string) => void): readonly Figure[] {
  say('speed');
  const truth = drawBank({ ...REFERENCE_WORLD, itemsPerCompetence: 125 }, seededRandom('speed'));
  // Everything on: doubt about every item, doubt about rho, rules, turns among near-ties.
  const items = truth.items.map((item) => ({ ...item, sd: { a: 0.2, b: 0.4 } }));
  const bank: Bank = { ...truth, rhoDoubt: USUAL_RHO_DOUBT, items };
  ours(bank, truth, WARM_UP);
  const own = ours(bank, truth, ATTEMPTS);
  const peer = jscat === undefined ? undefined : theirs(jscat, truth);
  const ratio = peer === undefined ? NaN : peer / own;
  return [
    {
      row: 'one question, 2,000 items, everything on',
      measured: `${own.toFixed(3)} ms${peer === undefined ? '' : `, ${ratio.toFixed(0)} times faster than jsCAT (${peer.toFixed(1)} ms)`}`,
      values: { milliseconds: own, ...(peer === undefined ? {} : { peer, ratio }) },
      target: '≥ 100 times',
      ...(peer === undefined ? {} : { isReached: ratio >= 100 }),
    },
  ];
}

function ours(bank: Bank, truth: Bank, attempts: number): number {
  const random = seededRandom('attempts');
  const policy = diagnosticPolicy(bank);
  const byId = new Map(truth.items.map((item) => [item.id, item]));
  let milliseconds = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const abilities = drawAbilities(truth, random);
    const start = process.cpuUsage();
    let situation = situationAtStart(bank, policy);
    for (;;) {
      const next = nextFrom(situation, random);
      if ('stop' in next) break;
      const item = byId.get(next.item.id) ?? next.item;
      situation = situationAfter(situation, drawAnswer(item, abilities, random));
    }
    milliseconds += cpuSince(start);
  }
  return milliseconds / attempts / QUESTIONS;
}

function theirs(jscat: Jscat, bank: Bank): number {
  const random = seededRandom('peer');
  const all = bank.competences.map((_, index) => index);
  let milliseconds = 0;
  for (let attempt = 0; attempt < PEER_ATTEMPTS; attempt += 1) {
    const abilities = drawAbilities(bank, random);
    const test = new JscatTest(jscat, bank, all, `speed ${attempt}`);
    const start = process.cpuUsage();
    for (let question = 0; question < QUESTIONS; question += 1) {
      test.ask((item) => drawAnswer(item, abilities, random));
    }
    milliseconds += cpuSince(start);
  }
  return milliseconds / PEER_ATTEMPTS / QUESTIONS;
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
