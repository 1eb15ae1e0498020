import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { FilesAction } from './action.ts';
import { filesSimulator } from './challenge.ts';
import { folderTree, listing, pathTo } from './listing.ts';
import { mostEntries, refusalOf } from './refusal.ts';
import { filesSample as start, sampleWords as words } from './sample.ts';
import { filesStart } from './start.ts';
import type { FilesState } from './state.ts';

function begin(): FilesState {
  return filesSimulator.begin(start, words);
}

function after(...actions: FilesAction[]): FilesState {
  return actions.reduce((state, action) => filesSimulator.apply(state, action, start, words), begin());
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
