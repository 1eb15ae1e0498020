import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom, randomIndex, type Random } from '#lib/base/random.ts';
import type { Json } from '#lib/base/canonical-json.ts';
import { replayTask, type TaskParams } from '../simulator.ts';
import { filesAction, type FilesAction } from './action.ts';
import { filesKind, filesSimulator } from './challenge.ts';
import { folderTree, listing, pathTo } from './listing.ts';
import { mostEntries, refusalOf } from './refusal.ts';
import { filesStart, type FilesStart } from './start.ts';
import type { FilesState } from './state.ts';
import * as v from 'valibot';

const words = (text: string): string => text.replace('@', '');

const start = v.parse(filesStart, {
  capacity: 100,
  at: 'documents',
  entries: [
    { id: 'documents', name: '@Documents', in: 'home', folder: true },
    { id: 'photos', name: '@Photos', in: 'home', folder: true },
    { id: 'summer', name: 'Été', in: 'photos', folder: true },
    {
      id: 'bill',
      name: 'Facture.pdf',
      in: 'documents',
      size: 0.2,
      date: '2026-03-02',
      kind: 'pdf',
      text: '@bill',
    },
    { id: 'letter', name: 'Lettre 10', in: 'documents', size: 1, date: '2026-01-12', kind: 'text' },
    { id: 'list', name: 'Lettre 9', in: 'documents', size: 2, date: '2026-02-12', kind: 'text' },
    { id: 'beach', name: 'Plage', in: 'summer', size: 30, date: '2025-08-01', kind: 'photo' },
    { id: 'old', name: 'Facture.pdf', in: 'trash', size: 10, date: '2020-01-01', kind: 'pdf' },
  ],
});

function after(...actions: FilesAction[]): FilesState {
  return actions.reduce((state, action) => filesSimulator.apply(state, action, start, words), begin());
}

function begin(): FilesState {
  return filesSimulator.begin(start, words);
}

function factsAfter(...actions: FilesAction[]): ReturnType<typeof filesSimulator.facts> {
  return filesSimulator.facts(after(...actions), start);
}

test('moving puts an entry in another folder, and its folders with it', () => {
  const facts = factsAfter({ do: 'move', id: 'summer', to: 'documents' });
  expect(facts['summer.in']).toBe('documents');
  expect(facts['summer.folder']).toBe('Documents');
  expect(facts['documents.has']).toEqual(['summer', 'bill', 'letter', 'list']);
  expect(facts['beach.in']).toBe('summer');
});

test('a copy has an id of its own, and takes room', () => {
  const facts = factsAfter(
    { do: 'copy', id: 'summer', to: 'home' },
    { do: 'copy', id: 'bill', to: 'documents' },
  );
  expect(facts['summer~1.in']).toBe('home');
  expect(facts['beach~1.in']).toBe('summer~1');
  expect(facts['beach.in']).toBe('summer');
  expect(facts['bill~1.name']).toBe('Facture (2).pdf');
  expect(facts['free']).toBe(26.6);
});

test('deleting a folder takes all that it holds to the trash; emptying makes it gone', () => {
  const facts = factsAfter({ do: 'delete', id: 'photos' });
  expect([facts['photos.in'], facts['summer.in'], facts['beach.in']]).toEqual(['trash', 'trash', 'trash']);
  expect(facts['trash.count']).toBe(4);
  expect(facts['free']).toBe(56.8);
  const emptied = factsAfter({ do: 'delete', id: 'photos' }, { do: 'empty' });
  expect([emptied['beach.in'], emptied['beach.folder'], emptied['trash.count']]).toEqual(['gone', 'gone', 0]);
  expect(emptied['free']).toBe(96.8);
});

test('restoring puts an entry back where it was, or at the root when that folder is away', () => {
  const there = { do: 'delete', id: 'bill' } as const;
  const back = { do: 'restore', id: 'bill' } as const;
  expect(factsAfter(there, back)['bill.in']).toBe('documents');
  expect(factsAfter(there, { do: 'delete', id: 'documents' }, back)['bill.in']).toBe('home');
  const clash = factsAfter({ do: 'move', id: 'bill', to: 'home' }, { do: 'restore', id: 'old' });
  expect([clash['old.in'], clash['old.name']]).toEqual(['home', 'Facture (2).pdf']);
});

test('an archive is made beside the first, weighs half, and holds what its folders hold', () => {
  const facts = factsAfter({ do: 'compress', ids: ['summer', 'beach', 'bill'], name: ' Été 2025 ' });
  expect(facts['archive~1.in']).toBe('photos');
  expect(facts['archive~1.name']).toBe('Été 2025');
  expect(facts['archive~1.holds']).toEqual(['summer', 'bill', 'beach']);
  expect(facts['free']).toBe(41.7);
});

test('looking is remembered: files opened, searches, sorting, folders made', () => {
  const facts = factsAfter(
    { do: 'open', id: 'bill' },
    { do: 'close' },
    { do: 'open', id: 'bill' },
    { do: 'search', text: ' plage ' },
    { do: 'sort', by: 'date' },
    { do: 'folder', in: 'documents', name: 'Factures' },
  );
  expect(facts['opened']).toEqual(['bill']);
  expect([facts['opened.count'], facts['bill.opened'], facts['letter.opened']]).toEqual([1, true, false]);
  expect([facts['used.search'], facts['used.sort'], facts['folders.made']]).toEqual([true, true, 1]);
  expect(facts['folder~1.name']).toBe('Factures');
  expect(factsAfter({ do: 'search', text: '  ' })['used.search']).toBe(false);
});

test.each<[FilesAction, string]>([
  [{ do: 'enter', id: 'bill' }, 'missing'],
  [{ do: 'open', id: 'photos' }, 'missing'],
  [{ do: 'rename', id: 'bill', name: '  ' }, 'noName'],
  [{ do: 'rename', id: 'bill', name: 'lettre 9' }, 'nameTaken'],
  [{ do: 'rename', id: 'bill', name: '02/03' }, 'badSign'],
  [{ do: 'rename', id: 'old', name: 'x' }, 'inTrash'],
  [{ do: 'move', id: 'bill', to: 'documents' }, 'alreadyThere'],
  [{ do: 'move', id: 'photos', to: 'summer' }, 'insideItself'],
  [{ do: 'move', id: 'photos', to: 'photos' }, 'insideItself'],
  [{ do: 'move', id: 'old', to: 'trash' }, 'inTrash'],
  [{ do: 'copy', id: 'photos', to: 'photos' }, 'insideItself'],
  [{ do: 'copy', id: 'bill', to: 'trash' }, 'missing'],
  [{ do: 'copy', id: 'old', to: 'home' }, 'inTrash'],
  [{ do: 'delete', id: 'nobody' }, 'missing'],
  [{ do: 'delete', id: 'home' }, 'missing'],
  [{ do: 'restore', id: 'bill' }, 'missing'],
  [{ do: 'folder', in: 'home', name: 'photos' }, 'nameTaken'],
  [{ do: 'folder', in: 'trash', name: 'New' }, 'missing'],
  [{ do: 'compress', ids: ['bill', 'old'], name: 'x' }, 'inTrash'],
])('%j is impossible: %s', (action, reason) => {
  const state = begin();
  expect(refusalOf(state, action)).toBe(reason);
  expect(filesSimulator.apply(state, action, start, words)).toBe(state);
});

test('without room, nothing more is copied or packed', () => {
  const copy = { do: 'copy', id: 'beach', to: 'home' } as const;
  const full = after(copy);
  expect(refusalOf(full, copy)).toBe('noRoom');
  expect(refusalOf(full, { do: 'compress', ids: ['beach', 'beach~1'], name: 'x' })).toBe('noRoom');
  expect(refusalOf(full, { do: 'copy', id: 'bill', to: 'home' })).toBeUndefined();
});

test('copies of copies stop before they fill the memory', () => {
  const roomy = v.parse(filesStart, {
    entries: [
      { id: 'a', name: 'a', in: 'home', folder: true },
      { id: 'b', name: 'b', in: 'home', folder: true },
    ],
  });
  let state = filesSimulator.begin(roomy, words);
  for (let round = 0; round < 250; round += 1) {
    const [id, to] = round % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const);
    state = filesSimulator.apply(state, { do: 'copy', id, to }, roomy, words);
  }
  expect(state.entries.length).toBeLessThanOrEqual(mostEntries);
});

test('deleting what is shown goes up to the folder around it', () => {
  const state = after(
    { do: 'enter', id: 'summer' },
    { do: 'open', id: 'beach' },
    { do: 'delete', id: 'photos' },
  );
  expect([state.at, state.reading]).toEqual(['home', '']);
});

test('what is shown: folders first, numbers in their order, the newest or the largest first', () => {
  const ids = (state: FilesState): string[] => listing(state, 'fr').map((entry) => entry.id);
  expect(ids(begin())).toEqual(['bill', 'list', 'letter']);
  expect(ids(after({ do: 'sort', by: 'date' }))).toEqual(['bill', 'list', 'letter']);
  expect(ids(after({ do: 'sort', by: 'size' }))).toEqual(['list', 'letter', 'bill']);
  expect(ids(after({ do: 'enter', id: 'home' }))).toEqual(['documents', 'photos']);
  expect(ids(after({ do: 'search', text: 'FACTURE' }))).toEqual(['bill']);
  expect(ids(after({ do: 'search', text: 'ete' }))).toEqual(['summer']);
  expect(pathTo(begin(), 'summer')).toEqual(['home', 'photos', 'summer']);
  expect(folderTree(begin(), 'fr').map(({ folder, depth }) => [folder.id, depth])).toEqual([
    ['documents', 1],
    ['photos', 1],
    ['summer', 2],
  ]);
});

function task(goal: unknown, forbid: unknown = []): TaskParams<FilesStart> {
  return v.parse(filesKind.params, { start: { ...start }, goal, forbid });
}

const tidyUp = task(
  [
    { all: [{ fact: 'bill.folder', means: 'Factures' }], mistake: 'bill' },
    { all: [{ fact: 'letter.in', is: 'trash' }], mistake: 'letter' },
  ],
  [{ all: [{ fact: 'beach.in', in: ['trash', 'gone'] }], mistake: 'lost' }],
);
const folder = { do: 'folder', in: 'documents', name: 'factures' };
const move = { do: 'move', id: 'bill', to: 'folder~1' };
const remove = { do: 'delete', id: 'letter' };

test('a task is graded on where things end', () => {
  const grade = (...log: Json[]): unknown => filesKind.grade(tidyUp, log, words);
  expect(grade(folder, move, remove)).toMatchObject({ outcome: 'correct', score: 2 });
  expect(grade(folder, move)).toMatchObject({ outcome: 'partial', score: 1, mistakes: ['letter'] });
  expect(grade()).toMatchObject({ outcome: 'incorrect', mistakes: ['bill', 'letter'] });
  expect(grade(folder, move, remove, { do: 'delete', id: 'photos' })).toMatchObject({
    outcome: 'incorrect',
    mistakes: ['lost'],
  });
});

test('every text of a start is named', () => {
  expect(filesKind.texts(tidyUp)).toEqual(['@Documents', '@Photos', '@bill', 'Factures']);
});

test('a sound start has no fault; faults of sense are found', () => {
  expect(filesKind.faults(tidyUp)).toEqual([]);
  const broken = v.parse(filesStart, {
    capacity: 1,
    at: 'bill',
    entries: [
      { id: 'a', name: 'a', in: 'b', folder: true },
      { id: 'b', name: 'b', in: 'a', folder: true, size: 3 },
      { id: 'bill', name: 'x', in: 'nowhere', size: 2, kind: 'pdf' },
      { id: 'bill', name: 'x', in: 'nowhere', size: 2 },
      { id: 'home', name: 'y', in: 'trash', folder: true },
    ],
  });
  const faults = filesKind.faults({ ...tidyUp, start: broken }).join('\n');
  for (const words of [
    'no folder "bill"',
    'capacity',
    '"a" is inside itself',
    'neither size',
    'not a folder',
  ]) {
    expect(faults).toContain(words);
  }
  for (const words of ['given twice', 'needs a size', 'reserved', 'the name of another'])
    expect(faults).toContain(words);
  const met = task([{ all: [{ fact: 'bill.in', is: 'documents' }] }]);
  expect(filesKind.faults(met)).toEqual(['step 1 of the goal already holds at the start']);
});

test('misspelt keys are refused', () => {
  const entry = { id: 'a', name: 'a', in: 'home', folder: true };
  expect(v.is(filesStart, { entries: [{ ...entry, colour: 'red' }] })).toBe(false);
  expect(v.is(filesStart, { entries: [{ ...entry, id: 'a~1' }] })).toBe(false);
  expect(v.is(filesAction, { do: 'open', id: 'a', twice: true })).toBe(false);
});

test('a hostile log never throws', () => {
  const id = fc.constantFrom(
    'bill',
    'photos',
    'summer',
    'home',
    'trash',
    'gone',
    '__proto__',
    'constructor',
    'bill~1',
  );
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record({
      do: fc.constantFrom(
        'enter',
        'open',
        'move',
        'copy',
        'delete',
        'restore',
        'compress',
        'folder',
        'toString',
      ),
      id,
      to: id,
    }),
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (log) => {
      expect(filesKind.grade(tidyUp, log as Json[], words).steps).toBe(2);
    }),
  );
});

test('2,000 steps at random: never a throw, always plain data, and replay gives the same state', () => {
  const random = seededRandom('files');
  for (let walk = 0; walk < 5; walk += 1) {
    const log: FilesAction[] = [];
    let state = begin();
    for (let step = 0; step < 400; step += 1) {
      const action = v.parse(filesAction, randomAction(state, random));
      log.push(action);
      state = filesSimulator.apply(state, action, start, words);
      expect(state.capacity).toBe(100);
    }
    filesSimulator.facts(state, start);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(replayTask(filesSimulator, tidyUp, log, words).state).toEqual(state);
  }
});

function randomAction(state: FilesState, random: Random): FilesAction {
  const one = <Member>(members: readonly Member[]): Member =>
    members[randomIndex(random, members.length)] as Member;
  const id = (): string => one([...state.entries.map((entry) => entry.id), 'home', 'trash', 'nobody']);
  const name = (): string => one(['A', 'B', 'Facture.pdf', '', 'a/b']);
  const actions: readonly (() => FilesAction)[] = [
    () => ({ do: 'enter', id: id() }),
    () => ({ do: 'open', id: id() }),
    () => ({ do: 'close' }),
    () => ({ do: 'rename', id: id(), name: name() }),
    () => ({ do: 'move', id: id(), to: id() }),
    () => ({ do: 'copy', id: id(), to: id() }),
    () => ({ do: 'delete', id: id() }),
    () => ({ do: 'restore', id: id() }),
    () => ({ do: 'empty' }),
    () => ({ do: 'folder', in: id(), name: name() }),
    () => ({ do: 'compress', ids: [id(), id()], name: name() }),
    () => ({ do: 'search', text: name() }),
    () => ({ do: 'sort', by: one(['name', 'date', 'size']) }),
  ];
  return one(actions)();
}
