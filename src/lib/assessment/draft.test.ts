import { expect, test } from 'vitest';
import { kinds } from '#lib/challenges/registry.ts';
import { draftOf, readDraft } from './draft.ts';

const choice = kinds['single-choice'];

test('[AS-14] an answer that was begun comes back with its help, through JSON', () => {
  const draft = { response: { choice: 'one' }, help: 2, together: 0 };
  expect(readDraft(JSON.parse(JSON.stringify(draftOf(draft))), choice)).toEqual(draft);
  const hinted = { response: undefined, help: 1, together: 0 };
  expect(readDraft(JSON.parse(JSON.stringify(draftOf(hinted))), choice)).toEqual(hinted);
});

test('[AS-14] where nothing was begun nothing is kept, and what is no draft is none', () => {
  expect(draftOf({ response: undefined, help: 0, together: 0 })).toBeUndefined();
  for (const kept of [undefined, null, 'x', {}, { help: 4, together: 0 }, { help: 1, together: -1 }])
    expect(readDraft(kept, choice)).toBeUndefined();
});

test('[AS-14] a response that the kind does not read is begun anew, and the help still counts', () => {
  expect(readDraft({ response: { choice: 3 }, help: 3, together: 2 }, choice)).toEqual({
    response: undefined,
    help: 3,
    together: 0,
  });
});
