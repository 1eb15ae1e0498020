import type { Words } from '../kind.ts';
import type { DocumentAction } from './action.ts';
import { newest, type DocumentStart } from './start.ts';
import { blockOf, fieldSign, wordsIn, type Block, type DocumentState } from './state.ts';

type Done<Name> = Extract<DocumentAction, { do: Name }>;
const mostBlocks = 30;

/** The document after an action; one that is impossible leaves it as it is. */
export function changeDocument(
  state: DocumentState,
  action: DocumentAction,
  start: DocumentStart,
  words: Words,
): DocumentState {
  switch (action.do) {
    case 'mode':
      return start.mode === undefined || state.mode === action.mode ? state : { ...state, mode: action.mode };
    case 'guest':
      return shownTo(state, action, start);
    case 'look':
      return looked(state, action, start);
    case 'restore':
      return restored(state, action, start, words);
    case 'take':
      return taken(state, action, start, words);
    default:
      return onBlock(state, action, start, words);
  }
}

/** The blocks of a version: of one that the author wrote, or of the document before it went back. */
export function versionBlocks(
  state: DocumentState,
  version: string,
  start: DocumentStart,
  words: Words,
): readonly Block[] {
  if (version === newest) return state.newest;
  return (start.versions.find(({ id }) => id === version)?.blocks ?? []).map((each) => blockOf(each, words));
}

function onBlock(
  state: DocumentState,
  action: Exclude<DocumentAction, Done<'mode' | 'guest' | 'look' | 'restore' | 'take'>>,
  start: DocumentStart,
  words: Words,
): DocumentState {
  const block = state.blocks.find(({ id }) => id === action.block);
  if (block === undefined)
    return action.do === 'choose' && state.chosen !== '' && action.block === ''
      ? { ...state, chosen: '' }
      : state;
  const can = (tool: DocumentStart['tools'][number]): boolean => start.tools.includes(tool);
  switch (action.do) {
    case 'choose':
      return state.chosen === block.id ? state : { ...state, chosen: block.id };
    case 'style':
      return !can('style') || block.isPicture || block.style === action.style
        ? state
        : withBlock(state, { ...block, style: action.style });
    case 'align':
      return !can('align') || block.align === action.align
        ? state
        : withBlock(state, { ...block, align: action.align });
    case 'mark':
      return can('mark') && !block.isPicture ? marked(state, block, action) : state;
    case 'correct':
      return corrected(state, block, action, start, words);
    case 'write':
      return can('write') && !block.isPicture ? written(state, block, action.text, start, words) : state;
    case 'alt':
      return !block.isPicture || block.alt === action.text
        ? state
        : withBlock(state, { ...block, alt: action.text });
    case 'comment':
      return !can('comment') || block.comment === action.text
        ? state
        : withBlock(state, { ...block, comment: action.text });
    case 'field':
      return block.isPicture || !start.fields.some(({ id }) => id === action.field) || block.text.length > 500
        ? state
        : withBlock(state, { ...block, text: `${block.text.trimEnd()} {${action.field}}`.trimStart() });
    case 'up':
    case 'down':
      return can('move') ? moved(state, block, action.do === 'up' ? -1 : 1) : state;
    case 'add':
      return can('add') && state.blocks.length < mostBlocks ? added(state, block) : state;
    case 'remove':
      return can('remove') ? removed(state, block) : state;
    case 'accept':
    case 'reject':
      return decided(state, block, action.do);
  }
}

function marked(state: DocumentState, block: Block, { phrase: id, mark }: Done<'mark'>): DocumentState {
  const toggled = <Mark>(marks: readonly Mark[], each: Mark): readonly Mark[] =>
    marks.includes(each) ? marks.filter((other) => other !== each) : [...marks, each];
  if (id === '') return withBlock(state, { ...block, marks: toggled(block.marks, mark) });
  const phrase = block.phrases.find((each) => each.id === id);
  if (phrase === undefined) return state;
  const next = { ...phrase, marks: toggled(phrase.marks, mark) };
  return withBlock(state, {
    ...block,
    phrases: block.phrases.map((each) => (each === phrase ? next : each)),
  });
}

function corrected(
  state: DocumentState,
  block: Block,
  action: Done<'correct'>,
  start: DocumentStart,
  words: Words,
): DocumentState {
  const choice = [...start.blocks, ...start.versions.flatMap((version) => version.blocks)]
    .flatMap(({ phrases }) => phrases)
    .find(({ id }) => id === action.phrase)
    ?.choices.find(({ id }) => id === action.choice);
  const phrase = block.phrases.find(({ id }) => id === action.phrase);
  if (choice === undefined || phrase === undefined || phrase.text === words(choice.text)) return state;
  const next = { ...phrase, text: words(choice.text) };
  return withBlock(state, {
    ...block,
    phrases: block.phrases.map((each) => (each === phrase ? next : each)),
  });
}

/** Words take the place of words; among those that one suggests, they stand beside. */
function written(
  state: DocumentState,
  block: Block,
  typed: string,
  start: DocumentStart,
  words: Words,
): DocumentState {
  const shown = wordsIn(block, start, (field) => fieldSign(start, field, words));
  if (state.mode === 'suggest') {
    if (block.suggestion !== null && !block.suggestion.isMine) return state;
    if (block.suggestion?.text === typed || (block.suggestion === null && typed === shown)) return state;
    return withBlock(state, {
      ...block,
      suggestion: typed === shown ? null : { isMine: true, by: '', text: typed },
    });
  }
  if (typed === shown) return state;
  const text = start.fields.reduce(
    (all, field) => all.replaceAll(fieldSign(start, field.id, words), `{${field.id}}`),
    typed,
  );
  return withBlock(state, { ...block, text, phrases: [] });
}

function moved(state: DocumentState, block: Block, by: -1 | 1): DocumentState {
  const from = state.blocks.indexOf(block);
  const to = from + by;
  if (to < 0 || to >= state.blocks.length) return state;
  const others = state.blocks.filter((each) => each !== block);
  return { ...state, blocks: others.toSpliced(to, 0, block) };
}

function added(state: DocumentState, after: Block): DocumentState {
  const count = state.added + 1;
  const fresh: Block = {
    ...{ id: `new-${count}`, text: '', style: 'paragraph', align: 'left', marks: [], phrases: [] },
    ...{ isPicture: false, alt: '', comment: '', suggestion: null },
  };
  const place = state.blocks.indexOf(after) + 1;
  return { ...state, added: count, chosen: fresh.id, blocks: state.blocks.toSpliced(place, 0, fresh) };
}

function removed(state: DocumentState, block: Block): DocumentState {
  if (state.mode === 'suggest') {
    if (block.suggestion !== null && (!block.suggestion.isMine || block.suggestion.text === null))
      return state;
    return withBlock(state, { ...block, suggestion: { isMine: true, by: '', text: null } });
  }
  if (state.blocks.length === 1) return state;
  return without(state, block);
}

/** Somebody else's suggestion is taken or left; one's own can only be taken back. */
function decided(state: DocumentState, block: Block, how: 'accept' | 'reject'): DocumentState {
  const { suggestion } = block;
  if (suggestion === null || (suggestion.isMine && how === 'accept')) return state;
  const plain = { ...block, suggestion: null };
  if (suggestion.isMine) return withBlock(state, plain);
  if (how === 'reject') return { ...withBlock(state, plain), rejected: [...state.rejected, block.id] };
  const accepted = [...state.accepted, block.id];
  if (suggestion.text === null) return { ...without(state, block), accepted };
  return { ...withBlock(state, { ...plain, text: suggestion.text, phrases: [] }), accepted };
}

function shownTo(state: DocumentState, { guest }: Done<'guest'>, start: DocumentStart): DocumentState {
  if (guest === state.guest || (guest !== '' && !start.guests.some(({ id }) => id === guest))) return state;
  return { ...state, guest, tried: guest === '' ? state.tried : including(state.tried, guest) };
}

function isVersion(state: DocumentState, version: string, start: DocumentStart): boolean {
  return version === newest ? state.newest.length > 0 : start.versions.some(({ id }) => id === version);
}

function looked(
  state: DocumentState,
  { version }: Done<'look' | 'restore'>,
  start: DocumentStart,
): DocumentState {
  if (version === state.shown || (version !== '' && !isVersion(state, version, start))) return state;
  return {
    ...state,
    shown: version,
    looked: version === '' ? state.looked : including(state.looked, version),
  };
}

function restored(
  state: DocumentState,
  { version }: Done<'look' | 'restore'>,
  start: DocumentStart,
  words: Words,
): DocumentState {
  if (!isVersion(state, version, start) || state.restored === version) return state;
  return {
    ...state,
    blocks: versionBlocks(state, version, start, words),
    // What is there is never lost: it becomes a version itself, once.
    newest: state.newest.length > 0 ? state.newest : state.blocks,
    restored: version,
    shown: '',
    chosen: '',
  };
}

/** One block of a version comes back: in the place of the one of its name, or after the one it followed. */
function taken(
  state: DocumentState,
  { version, block: id }: Done<'take'>,
  start: DocumentStart,
  words: Words,
): DocumentState {
  const from = versionBlocks(state, version, start, words);
  const block = from.find((each) => each.id === id);
  if (block === undefined) return state;
  const there = state.blocks.find((each) => each.id === id);
  if (there !== undefined)
    return JSON.stringify(there) === JSON.stringify(block) ? state : withBlock(state, block);
  if (state.blocks.length >= mostBlocks) return state;
  const before = from.slice(0, from.indexOf(block)).map((each) => each.id);
  const place = state.blocks.findLastIndex((each) => before.includes(each.id)) + 1;
  return { ...state, blocks: state.blocks.toSpliced(place, 0, block) };
}

function withBlock(state: DocumentState, next: Block): DocumentState {
  return { ...state, blocks: state.blocks.map((each) => (each.id === next.id ? next : each)) };
}

function without(state: DocumentState, block: Block): DocumentState {
  const chosen = state.chosen === block.id ? '' : state.chosen;
  return { ...state, chosen, blocks: state.blocks.filter((each) => each !== block) };
}

function including(list: readonly string[], member: string): readonly string[] {
  return list.includes(member) ? list : [...list, member];
}
