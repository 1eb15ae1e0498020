import type { Page } from '@playwright/test';
import { parseEvent } from '#lib/journal/event.ts';
import { plainText } from '#lib/challenges/rich-text.ts';
import { challenges } from '../contract/challenges.ts';
import { begin, type Device } from '../journeys/device.ts';
import { bodies } from '../journeys/journal.ts';
import type { KillRun } from './campaign.ts';
import { compare, wordsOf } from './comparison.ts';
import { answerFast } from './fast-person.ts';
import { Hung, within } from './patience.ts';
import { seededRandom } from './random.ts';
import { lettersOf, screensOf, type Screens } from './screens.ts';

/** A kill comes within so many milliseconds of the first question after a start. */
const WITHIN_MS = 4_000;

/** The tests that a person may take on one day, the long one first. */
const tests = [
  'test=profile',
  'test=diagnostic-long',
  'test=diagnostic',
  'test=flash',
  ...[
    '1.1',
    '1.2',
    '1.3',
    '2.1',
    '2.2',
    '2.3',
    '2.4',
    '3.1',
    '3.2',
    '3.3',
    '3.4',
    '4.1',
    '4.2',
    '4.3',
    '5.1',
    '5.2',
  ].map((id) => `competence=${id}`),
];

const instructions = new Map(
  challenges.map(({ challenge, texts }) => [
    challenge.id,
    lettersOf(texts.fr === undefined ? '' : plainText(texts.fr.instruction)),
  ]),
);

/**
 * One run: on a device that holds the application, somebody answers, and the browser is killed some times and opened
 * again. All that the screen showed after an answer must follow from the journal, and the test go on from there.
 */
export async function browserRun(
  installed: Device,
  address: string,
  { seed, kills }: { readonly seed: number; readonly kills: number },
  told: () => void,
): Promise<KillRun> {
  const device = await installed.copied();
  const person = new Person(device, address, seed);
  try {
    while (person.kills < kills) {
      await person.live();
      told();
    }
    await person.lookAgain();
  } catch (error) {
    if (!(error instanceof Hung)) throw error;
    person.faults.push(error.message);
  } finally {
    await device.remove();
  }
  const { told: seen, cut, unheard, lost, doubled, faults } = person;
  return { kills: person.kills, told: seen, cut, unheard, lost, doubled, faults };
}

/** Who answers on one device, over several lives of its browser, and all that they saw. */
class Person {
  kills = 0;
  cut = 0;
  unheard = 0;
  lost = 0;
  doubled = 0;
  readonly faults: string[] = [];
  readonly #device: Device;
  readonly #address: string;
  readonly #random: () => number;
  /** Each screen that was seen, in order, with the number of the test before it. */
  readonly #seen: string[] = [];
  readonly #excused = new Set<string>();
  #tests = 0;
  /** The question that the journal says the test has come to. */
  #current: string | undefined;
  #isTapped = false;
  #next = Promise.withResolvers<string>();

  constructor(device: Device, address: string, seed: number) {
    this.#device = device;
    this.#address = address;
    this.#random = seededRandom(seed);
  }

  /** How many screens told that an answer is kept: all but the first question of a test. */
  get told(): number {
    return new Set(this.#seen.filter((each) => !each.includes(' question 1 '))).size;
  }

  /** Opens the browser, compares, answers on, and is killed. */
  async live(): Promise<void> {
    const page = await this.#opened();
    await within(this.#goOn(page), 'to go on with the test');
    const waitMs = this.#random() * WITHIN_MS;
    // The moment in which a screen has just appeared is where a write that comes too late is found.
    const isAtScreen = this.#random() < 0.5;
    const isIdle = new Promise((resolve) => setTimeout(resolve, waitMs));
    const beginning = this.#answering(page, isIdle);
    await isIdle;
    if (isAtScreen)
      await Promise.race([this.#next.promise, new Promise((resolve) => setTimeout(resolve, 500))]);
    if (this.#isTapped) this.cut += 1;
    await this.#device.kill();
    await beginning;
    this.kills += 1;
  }

  /** Opens the browser once more, compares, sees the test go on, and closes it. */
  async lookAgain(): Promise<void> {
    const page = await this.#opened();
    const before = this.#seen.length;
    await within(this.#goOn(page), 'to go on with the test');
    while (this.#seen.length < before + 2) await within(this.#next.promise, 'to answer on');
    await this.#device.close();
  }

  async #opened(): Promise<Page> {
    const page = await this.#device.open();
    await page.exposeFunction('tellScreen', (screen: string) => this.#hear(screen));
    await page.addInitScript(answerFast);
    await page.goto(`${this.#address}/about`);
    const journal = screensOf(
      (await bodies(page)).flatMap((body) => parseEvent(body) ?? []),
      (item) => instructions.get(item) ?? item,
    );
    this.#compare(journal);
    this.#tests = journal.tests;
    this.#isTapped = false;
    this.#current = journal.current;
    return page;
  }

  #compare(journal: Screens): void {
    const seen = [...new Set(this.#seen)];
    const found = compare(
      seen,
      journal.screens.filter((each) => seen.includes(each)),
      seen,
    );
    // The last one answered may have been shown, and the kill have come before we heard of it.
    const questions = journal.screens.filter((each) => each.includes(' question '));
    const answered = questions.filter((each) => each !== journal.current);
    const last = answered.at(-1);
    if (last !== undefined) this.#excused.add(last);
    const isHeard = (each: string): boolean => seen.includes(each) || this.#excused.has(each);
    if (journal.current !== undefined && !seen.includes(journal.current)) this.unheard += 1;
    const { lost } = found;
    const doubled = found.doubled + journal.doubled;
    this.lost += lost;
    this.doubled += doubled;
    const when = `after kill ${this.kills}`;
    this.faults.push(...wordsOf({ ...found, doubled }, when));
    const blind = answered.filter((each) => !isHeard(each));
    if (blind.length > 0) this.faults.push(`${when}: ${blind.length} questions answered and never shown`);
    if (journal.broken > 0) this.faults.push(`${when}: ${journal.broken} answers to what was not asked`);
  }

  /** Comes to a question: of the test under way, the one that the journal says; else the first of another test. */
  async #goOn(page: Page): Promise<void> {
    const expected = this.#current;
    if (expected === undefined) {
      const first = this.#next.promise;
      await this.#beginTest(page);
      await first;
      return;
    }
    const next = this.#next.promise;
    await page.goto(`${this.#address}/test`, { waitUntil: 'commit' });
    const shown = await next;
    if (shown !== expected) this.faults.push(`after kill ${this.kills}: ${shown} instead of ${expected}`);
  }

  async #beginTest(page: Page): Promise<void> {
    const test = tests[this.#tests];
    if (test === undefined) throw new Hung('there is no test left to take');
    await page.goto(`${this.#address}/start?${test}`);
    this.#tests += 1;
    await begin(page, 'Lina');
  }

  /** Takes the next test whenever one is over, until the browser is gone. */
  async #answering(page: Page, ended: Promise<unknown>): Promise<void> {
    const life = { isOver: false };
    void ended.then(() => (life.isOver = true));
    while (!life.isOver) {
      const shown = await Promise.race([this.#next.promise, ended]);
      // What the kill interrupts is no fault.
      if (typeof shown === 'string' && shown.endsWith(' result'))
        await this.#beginTest(page).catch(() => undefined);
    }
  }

  #hear(screen: string): void {
    if (screen === 'tap') {
      this.#isTapped = true;
      return;
    }
    const shown = `${this.#tests} ${screen}`;
    this.#seen.push(shown);
    this.#isTapped = false;
    const next = this.#next;
    this.#next = Promise.withResolvers<string>();
    next.resolve(shown);
  }
}
