import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import { randomIndex, seededRandom } from '#lib/base/random.ts';
import { replayTask } from '../simulator.ts';
import type { WebAction } from './action.ts';
import { webKind, webSimulator } from './challenge.ts';
import { sampleWords as words, webSample as params } from './sample.ts';

const { start } = params;

describe('grading', () => {
  const visit = { do: 'visit', page: 'recyparc' };
  const refuse = { do: 'press', id: 'refuse' };
  const answer = { do: 'answer', value: '9' };
  const grade = (...log: Json[]): unknown => webKind.grade(params, log, words);

  test('judges a full, a half and an empty task, and a harm', () => {
    expect(grade(visit, refuse, answer)).toMatchObject({ outcome: 'correct', score: 2 });
    expect(grade(answer)).toMatchObject({ outcome: 'partial', mistakes: ['cookies'] });
    expect(grade()).toMatchObject({ outcome: 'incorrect', mistakes: ['sunday', 'cookies'] });
    expect(grade(visit, { do: 'press', id: 'accept' }, answer)).toMatchObject({
      outcome: 'incorrect',
      mistakes: ['accepted', 'cookies'],
    });
  });

  test('never throws on a hostile log', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (log) => void webKind.grade(params, log as Json[], words)),
    );
    expect(grade({ do: 'visit', page: '__proto__' }, { do: 'press', id: 'constructor' })).toMatchObject({
      score: 0,
    });
  });

  test('lists its texts and finds faults', () => {
    expect(webKind.texts(params)).toContain('@recyparc.body');
    expect(webKind.faults(params)).toEqual([]);
    const page = { id: 'town', address: 'https://valbruyere.example', title: '@a', body: '@b' };
    const bad = v.parse(webKind.params, {
      ...params,
      start: {
        at: 'search',
        search: false,
        tiles: ['@a', '@b'],
        pages: [page, page, { ...page, id: 'results', address: 'town.com' }],
        banner: { text: '@a', buttons: [{ id: 'x', text: '@b' }], on: 'nowhere' },
      },
      goal: [{ all: [{ fact: 'banner.open', is: true }] }],
    });
    expect(webKind.faults(bad).join('\n')).toMatchInlineSnapshot(`
      "the page id "town" is given twice
      the address "https://valbruyere.example" is given twice
      no page may be named "results"
      the address "https://valbruyere.example" is written without https://
      the address "https://valbruyere.example" is written without https://
      the address "town.com" must be in small letters, its site ending in .example
      \`at\` is search, yet there is no search engine
      \`tiles\` need the search engine
      the banner stands on no page: "nowhere"
      step 1 of the goal already holds at the start"
    `);
  });
});

test('a random walk of 2,000 actions never throws, stays plain data, and replays to the same state', () => {
  const random = seededRandom('web');
  const pages = [...start.pages.map((page) => page.id), 'nowhere'];
  const queries = ['recyparc', 'heures', 'commune', '', 'x'];
  const any = <Member>(members: readonly Member[]): Member =>
    members[randomIndex(random, members.length)] as Member;
  const draws: readonly (() => WebAction)[] = [
    () => ({ do: 'search', text: any(queries) }),
    () => ({ do: 'visit', page: any(pages) }),
    () => ({ do: 'back' }),
    () => ({ do: 'home' }),
    () => ({ do: 'press', id: any(['accept', 'refuse', 'book']) }),
    () => ({ do: 'info' }),
    () => ({ do: 'bookmark' }),
  ];
  let state = webSimulator.begin(start, words);
  let replayed = state;
  const log: WebAction[] = [];
  for (let step = 0; step < 2000; step += 1) {
    const action = any(draws)();
    log.push(action);
    state = webSimulator.apply(state, action, start, words);
    if (log.length <= 500) replayed = state;
    if (step % 100 === 0) expect(JSON.parse(canonicalJson(state))).toEqual(state);
    webSimulator.facts(state, start);
  }
  expect(replayTask(webSimulator, params, log, words).state).toEqual(replayed);
});
