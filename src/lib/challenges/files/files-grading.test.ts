import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Json } from '#lib/base/canonical-json.ts';
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import { replayTask, type TaskParams } from '../simulator.ts';
import { filesAction, type FilesAction } from './action.ts';
import { filesKind, filesSimulator } from './challenge.ts';
import { filesSample as start, sampleWords as words } from './sample.ts';
import { filesStart, type FilesStart } from './start.ts';
import type { FilesState } from './state.ts';

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
    let state = filesSimulator.begin(start, words);
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
