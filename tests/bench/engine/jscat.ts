import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Bank } from '#lib/adaptive/bank.ts';
import type { Answer, Item } from '#lib/adaptive/item.ts';

// @bdelab/jscat, EAP and most information at the estimate, as its documentation uses it.

interface Zeta {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}
interface Stimulus {
  readonly id: string;
  readonly difficulty: number;
  readonly discrimination: number;
  readonly guessing: number;
  readonly slipping: number;
}
interface Cat {
  readonly theta: number;
  readonly seMeasurement: number;
  findNextItem(stimuli: readonly Stimulus[]): {
    readonly nextStimulus?: Stimulus;
    readonly remainingStimuli: Stimulus[];
  };
  updateAbilityEstimate(zeta: Zeta, answer: 0 | 1): void;
}
export interface Jscat {
  readonly Cat: new (options: { method: 'eap'; itemSelect: 'mfi'; randomSeed: string }) => Cat;
}

const folder = join(import.meta.dirname, 'peers');

/** The peer library, installed first when it is missing; undefined, and why, when it cannot be had. */
export function loadJscat(say: (line: string) => void): Jscat | undefined {
  if (!existsSync(join(folder, 'node_modules'))) {
    say('installing the peers');
    const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      say(`the peers cannot be installed: ${stderr.trim().split('\n').at(-1) ?? ''}`);
      return undefined;
    }
  }
  return createRequire(join(folder, 'package.json'))('@bdelab/jscat') as Jscat;
}

/** One of its tests over the items of some competences: the next item, and the estimate so far. */
export class JscatTest {
  readonly #cat: Cat;
  readonly #items: ReadonlyMap<string, Item>;
  #left: Stimulus[];

  constructor(jscat: Jscat, bank: Bank, competences: readonly number[], seed: string) {
    this.#cat = new jscat.Cat({ method: 'eap', itemSelect: 'mfi', randomSeed: seed });
    const items = bank.items.filter(({ competence }) => competences.includes(competence));
    this.#items = new Map(items.map((item) => [item.id, item]));
    this.#left = items.map(({ id, a, b, c }) => ({
      id,
      difficulty: b,
      discrimination: a,
      guessing: c,
      slipping: 1,
    }));
  }

  get theta(): number {
    return this.#cat.theta;
  }

  /** Asks one question: chooses, has it answered, estimates. */
  ask(answer: (item: Item) => Answer): void {
    const { nextStimulus, remainingStimuli } = this.#cat.findNextItem(this.#left);
    if (nextStimulus === undefined) return;
    this.#left = remainingStimuli;
    const item = this.#items.get(nextStimulus.id);
    if (item === undefined) return;
    const { score } = answer(item);
    this.#cat.updateAbilityEstimate({ a: item.a, b: item.b, c: item.c, d: 1 }, score >= 1 ? 1 : 0);
  }
}
