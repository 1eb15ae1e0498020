import assert from 'node:assert/strict';
import { beginningOf } from '../contract/challenges.ts';
import { rightAnswer } from '../journeys/right-answer.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { Screen } from './screen.ts';
import type { Tab } from './tab.ts';

/** Of this competence, half of the challenges are answered by choosing or typing, which is all that this journey's hand can do. */
const COMPETENCE = '2.1';
const LEFT_AFTER = 5;
const MOST = 10;
const WEEKS = 3;
const pass = 'Je ne sais pas';
const result = 'Votre résultat';

/** An event of the journal, as far as the journey looks at it. */
interface Written {
  readonly type: string;
  readonly attempt?: string;
  readonly policy?: string;
  readonly item?: string;
  readonly next?: string | null;
  readonly at: number;
  readonly levels?: readonly Level[];
}

/** The levels between which a test places a competence. */
interface Level {
  readonly low: number;
  readonly high: number;
}

/**
 * Three weeks of a learner with no network: the application comes once, the server stops, a test is begun, left and
 * resumed, a skill practised, what was missed reviewed, and the test done again better.
 * Gives the middle of the levels held possible, before and after.
 * Rejects with what did not come.
 */
export async function learnerJourney(
  tab: Tab,
  say: (step: string) => void,
): Promise<{ readonly before: number; readonly after: number }> {
  const screen = new Screen(tab);
  const server = await ServerProcess.started();
  try {
    say('a first visit');
    await tab.go(server.address);
    await screen.shows('Prêt sans internet');
    await server.stop();

    say('a test with no server, left in the middle');
    await writeForEver(tab);
    await tab.go(`${server.address}/start?competence=${COMPETENCE}`);
    await screen.choose('Le renard');
    await screen.fill('Lina');
    await screen.press('Commencer');
    for (let question = 1; question <= LEFT_AFTER; question += 1) await answer(tab, screen, false);
    await tab.go(server.address);
    await screen.press(`Reprendre à la question ${LEFT_AFTER + 1} sur ${MOST}`);
    await answerAll(tab, screen, false);

    say('practice');
    await tab.go(`${server.address}/practice`);
    await screen.shows('À revoir');
    await tab.ask(`document.querySelector('main li button').setAttribute('data-first', '')`);
    await tab.tap('[data-first]');
    await screen.press(pass);
    await screen.shows('À retenir');

    say('reviews, a week later');
    await tab.go(`${server.address}/profile`);
    await screen.shows('Mes révisions');
    await later(tab, 7);
    await screen.press('Mes révisions');
    do {
      await screen.shows('aujourd’hui', 'Encore');
      await screen.press('Commencer');
      await screen.press(pass);
      await screen.shows('À retenir');
      await screen.press('Continuer');
      await screen.shows('Encore', 'C’est tout pour aujourd’hui');
    } while (await screen.has('Commencer'));

    say(`the same test, ${WEEKS} weeks later`);
    await tab.go(`${server.address}/topics`);
    await screen.shows('Interagir');
    await later(tab, WEEKS * 7);
    await tab.tap(`a[href="/start?competence=${COMPETENCE}"]`);
    await screen.press('Commencer');
    await answerAll(tab, screen, true);

    const events = await journal(tab);
    const tests = events.filter(({ policy }) => policy === 'competence').map(({ attempt }) => attempt);
    const ends = events.filter(
      ({ type, attempt }) => type === 'attempt.completed' && tests.includes(attempt),
    );
    assert.equal(ends.length, 2, 'two tests were completed');
    const [before = 0, after = 0] = ends.map(({ levels }) => middle(levels ?? []));
    assert.ok(after > before, `the level moves up: ${before}, then ${after}`);
    return { before, after };
  } finally {
    await server.stop('SIGKILL');
  }
}

/** Answers one question: rightly when one wants to and the hand of this journey can, else « Je ne sais pas »; then goes on. */
async function answer(tab: Tab, screen: Screen, wantsRight: boolean): Promise<void> {
  await screen.shows(pass);
  const item = await itemAsked(tab);
  // The buttons stay from one question to the next: it is there once its own words are, and what they are about.
  await screen.shows(beginningOf(item));
  await screen.isDrawn();
  const isRight = wantsRight && (await answeredRightly(screen, item));
  await screen.press(isRight ? 'Valider' : pass);
  await screen.moves(async () => (await itemAsked(tab)) !== item);
  await screen.shows(pass, 'Continuer', 'Voir mon résultat', result);
  if (await screen.has('Continuer')) await screen.press('Continuer');
  if (await screen.has('Voir mon résultat')) await screen.press('Voir mon résultat');
  await screen.shows(pass, result);
}

/** Answers until the result shows. */
async function answerAll(tab: Tab, screen: Screen, wantsRight: boolean): Promise<void> {
  do await answer(tab, screen, wantsRight);
  while (await screen.has(pass));
}

/** Gives the right answer of a challenge where it is chosen or typed in one field; false where it is done otherwise. */
async function answeredRightly(screen: Screen, item: string): Promise<boolean> {
  const deeds = rightAnswer(item) ?? [];
  for (const deed of deeds) {
    if (deed.does === 'choose') await screen.choose(deed.name);
    else if (deed.does === 'take') await screen.select(deed.list, deed.option);
    else if (deed.does === 'write' && deed.label === '') await screen.fill(deed.text);
    else return false;
  }
  return deeds.length > 0;
}

/** The question that the attempt stands at. */
async function itemAsked(tab: Tab): Promise<string> {
  const last = (await journal(tab)).findLast(({ type }) =>
    ['attempt.started', 'response.given'].includes(type),
  );
  return (last?.type === 'attempt.started' ? last.item : last?.next) ?? '';
}

/** Every event on the device, in order; asserts that none is missing. */
async function journal(tab: Tab): Promise<readonly Written[]> {
  const rows = await tab.ask<readonly { readonly seq: number; readonly body: string }[]>(
    `new Promise((resolve, reject) => {
      const opening = indexedDB.open('jalon');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('events').objectStore('events').getAll();
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result.map(({ seq, body }) => ({ seq, body: new TextDecoder().decode(body) })));
        };
      };
    })`,
  );
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    rows.map((_, index) => index + 1),
    'the journal has no gap',
  );
  return rows.map(({ body }) => JSON.parse(body) as Written);
}

/** Begins a write of the journal that does not end before the page does, as when somebody leaves in the middle of one. */
async function writeForEver(tab: Tab): Promise<void> {
  await tab.ask(
    `new Promise((resolve, reject) => {
      const opening = indexedDB.open('jalon');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const events = opening.result.transaction('events', 'readwrite').objectStore('events');
        const goOn = () => {
          events.count().onsuccess = goOn;
          resolve(true);
        };
        goOn();
      };
    })`,
  );
}

/** Moves the page's clock on, until it is loaded again. */
async function later(tab: Tab, days: number): Promise<void> {
  await tab.ask(`(() => {
    const Real = Date;
    const shift = ${days} * 86_400_000;
    globalThis.Date = class extends Real {
      constructor(...given) {
        if (given.length === 0) super(Real.now() + shift);
        else super(...given);
      }
      static now() {
        return Real.now() + shift;
      }
    };
    return true;
  })()`);
}

/** The middle of the levels that a test holds possible. */
function middle(levels: readonly Level[]): number {
  return levels.reduce((total, { low, high }) => total + (low + high) / 2, 0);
}
