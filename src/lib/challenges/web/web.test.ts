import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/base/canonical-json.ts';
import type { RichText, Span } from '../rich-text.ts';
import { replayTask, type TaskParams } from '../simulator.ts';
import { fullAddress, looksLikeAddress, pageAt } from './address.ts';
import { webSimulator } from './challenge.ts';
import { labelOf } from './label.ts';
import { leadOf } from './lead.ts';
import { ranked } from './ranking.ts';
import { sampleWords as words, webSample as params } from './sample.ts';
import type { WebStart } from './start.ts';
import type { WebState } from './state.ts';
import { stem, stems } from './stem.ts';

const { start } = params;

const run = (...log: Json[]): WebState => replayTask(webSimulator, params, log, words).state;
const factsOf = (...log: Json[]): ReturnType<typeof webSimulator.facts> =>
  webSimulator.facts(run(...log), start);

describe('searching', () => {
  test('puts sponsored pages first and the most relevant page next', () => {
    const facts = factsOf({ do: 'search', text: 'Déchets RECYPARC' });
    expect(facts.results).toEqual(['skip', 'recyparc']);
    expect(facts['results.top']).toEqual(['recyparc']);
    expect(facts.searched).toEqual(['dechets recyparc']);
    expect(facts['query.words']).toBe(2);
    expect(facts.page).toBe('results');
  });

  test('finds across number, accents, case and a longer word', () => {
    expect(ranked(start.pages, 'horaire', words)).toEqual(['recyparc']);
    expect(ranked(start.pages, 'FERMÉS', words)).toEqual(['recyparc']);
    expect(ranked(start.pages, 'journal', words)).toEqual(['town']);
    expect(ranked(start.pages, 'travail', words)).toEqual(['town']);
    expect(ranked(start.pages, 'biblio', words)).toEqual(['library']);
    expect(ranked(start.pages, 'le la de du', words)).toEqual([]);
    expect(ranked(start.pages, 'zèbre', words)).toEqual([]);
  });

  test('ranks a page that holds all the words above one that holds one', () => {
    expect(ranked(start.pages, 'samedi Valbruyère', words)).toEqual(['recyparc', 'town']);
    expect(ranked(start.pages, 'heures bibliothèque commune', words)[0]).toBe('library');
  });

  test('stems singular and plural alike in both languages', () => {
    const pairs = [
      ['journaux', 'journal'],
      ['eaux', 'eau'],
      ['jeux', 'jeu'],
      ['travaux', 'travail'],
      ['fermees', 'ferme'],
      ['libraries', 'library'],
      ['boxes', 'box'],
      ['classes', 'class'],
      ['villes', 'ville'],
    ] as const;
    for (const [left, right] of pairs) expect(stem(left), left).toBe(stem(right));
    expect(stems('L’heure d’été')).toEqual(['heur', 'ete']);
  });

  test('leaves the browser as it is when the query is empty or there is no search engine', () => {
    expect(run({ do: 'search', text: ' … ' })).toEqual(run());
    const without: TaskParams<WebStart> = { ...params, start: { ...start, at: 'town', search: false } };
    const log = [{ do: 'search', text: 'recyparc' }];
    expect(replayTask(webSimulator, without, log, words)).toEqual(
      replayTask(webSimulator, without, [], words),
    );
  });

  test('lists each page at most once, sponsored first, whatever is searched', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const found = ranked(start.pages, query, words);
        const firstFree = found.findIndex((id) => id !== 'skip');
        expect(new Set(found).size).toBe(found.length);
        expect(found.indexOf('skip')).toBeLessThanOrEqual(Math.max(0, firstFree));
      }),
    );
  });
});

describe('browsing', () => {
  test('goes back the way it came, results included', () => {
    const log = [
      { do: 'search', text: 'commune' },
      { do: 'visit', page: 'library' },
      { do: 'home' },
      { do: 'search', text: 'recyparc' },
      { do: 'visit', page: 'recyparc' },
    ];
    const back = { do: 'back' };
    expect(run(...log, back).here).toMatchObject({ at: 'results', query: 'recyparc' });
    expect(run(...log, back, back).here.at).toBe('search');
    expect(run(...log, back, back, back, back).here).toMatchObject({ at: 'results', query: 'commune' });
    expect(run(...log, back, back, back, back, back, back, back).here.at).toBe('search');
    expect(factsOf(...log, back)).toMatchObject({ visited: ['library', 'recyparc'], 'visited.count': 2 });
  });

  test('ignores unknown pages, and page actions where no page is shown', () => {
    for (const action of [
      { do: 'visit', page: 'nowhere' },
      { do: 'back' },
      { do: 'home' },
      { do: 'info' },
      { do: 'bookmark' },
      { do: 'press', id: 'refuse' },
    ]) {
      expect(run(action)).toEqual(run());
    }
  });

  test('notes what was looked up and what was kept', () => {
    const visit = { do: 'visit', page: 'town' };
    const facts = factsOf(visit, { do: 'info' }, { do: 'bookmark' });
    expect(facts).toMatchObject({ 'info.seen': ['town'], bookmarks: ['town'], page: 'town' });
    expect(factsOf(visit, { do: 'bookmark' }, { do: 'bookmark' }).bookmarks).toEqual([]);
  });

  test('closes the banner by one of its buttons, once and only where it stands', () => {
    const visit = { do: 'visit', page: 'recyparc' };
    expect(factsOf({ do: 'visit', page: 'town' }, { do: 'press', id: 'accept' }).pressed).toEqual([]);
    expect(factsOf(visit)['banner.open']).toBe(true);
    const facts = factsOf(
      visit,
      { do: 'press', id: 'refuse' },
      { do: 'press', id: 'accept' },
      { do: 'press', id: 'book' },
    );
    expect(facts).toMatchObject({ pressed: ['refuse', 'book'], 'banner.open': false });
  });

  test('resolves typed addresses', () => {
    expect(pageAt(start.pages, ' HTTPS://www.Recyparc.Valbruyere.example/ ')?.id).toBe('recyparc');
    expect(pageAt(start.pages, 'recyparc.example')).toBeUndefined();
    expect(start.pages.map(fullAddress).slice(1, 3)).toEqual([
      'https://biblio.valbruyere.example',
      'http://conteneurs.example',
    ]);
    expect(looksLikeAddress('recyparc.example')).toBe(true);
    expect(looksLikeAddress('heures recyparc.')).toBe(false);
  });
});

test('a result shows the lead, or the first words of the body', () => {
  const page = { id: 'x', address: 'x.example', title: 'X', sponsored: false, insecure: false };
  expect(leadOf({ ...page, body: 'One\ntwo', lead: 'Three' }, words)).toBe('Three');
  expect(leadOf({ ...page, body: 'One\ntwo' }, words)).toBe('One two');
  expect(leadOf({ ...page, body: 'word '.repeat(60) }, words)).toMatch(/^(word ){30}…$/);
});

test('the words of a link are found wherever it stands', () => {
  const link = (id: string): Span => ({ link: `do:${id}`, content: ['Go ', { strong: [id] }] });
  const text: RichText = [
    { type: 'paragraph', content: ['Before ', { strong: [{ emphasis: [link('deep')] }] }] },
    { type: 'list', ordered: false, items: [['x'], [link('listed')]] },
    { type: 'table', head: [['h']], rows: [[['a'], [link('celled')]]] },
  ];
  for (const id of ['deep', 'listed', 'celled']) expect(labelOf(text, `do:${id}`)).toBe(`Go ${id}`);
  expect(labelOf(text, 'do:none')).toBe('');
});
