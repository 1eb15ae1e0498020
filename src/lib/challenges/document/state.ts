import type { Words } from '../kind.ts';
import type { DocumentStart, MarkName, StartBlock, StyleName } from './start.ts';

/** A part of a block that can be worked on by itself. Type aliases, not interfaces: only these are known to be plain JSON. */
export type Phrase = { readonly id: string; readonly text: string; readonly marks: readonly MarkName[] };

/** What somebody would make of a block; no text: it would go. `mine` tells whose it is. */
export type Suggestion = { readonly isMine: boolean; readonly by: string; readonly text: string | null };

export type Block = {
  readonly id: string;
  /** Words, with `{id}` for a phrase or a field. */
  readonly text: string;
  readonly style: StyleName;
  readonly align: 'left' | 'center' | 'right';
  readonly marks: readonly MarkName[];
  readonly phrases: readonly Phrase[];
  readonly isPicture: boolean;
  readonly alt: string;
  readonly comment: string;
  readonly suggestion: Suggestion | null;
};

/** The whole of the simulator, as plain data. */
export type DocumentState = {
  readonly blocks: readonly Block[];
  /** The block in hand; empty for none. */
  readonly chosen: string;
  readonly mode: 'edit' | 'suggest';
  /** What the document was when an older version took its place; empty until then. */
  readonly newest: readonly Block[];
  readonly restored: string;
  /** The version open beside the document; empty for none. */
  readonly shown: string;
  readonly looked: readonly string[];
  /** The guest whose copy is shown; empty for none. */
  readonly guest: string;
  readonly tried: readonly string[];
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
  readonly added: number;
};

/** The document as the learner finds it. */
export function beginDocument(start: DocumentStart, words: Words): DocumentState {
  return {
    blocks: start.blocks.map((each) => blockOf(each, words)),
    chosen: '',
    mode: start.mode ?? 'edit',
    newest: [],
    restored: '',
    shown: '',
    looked: [],
    guest: '',
    tried: [],
    accepted: [],
    rejected: [],
    added: 0,
  };
}

/** A block as its author wrote it, in the learner's words. */
export function blockOf(written: StartBlock, words: Words): Block {
  const { id, text, spaces, style, align, marks, phrases, picture, alt, suggested } = written;
  return {
    ...{ id, style, align, marks },
    text: ' '.repeat(spaces) + words(text),
    phrases: phrases.map((part) => ({ id: part.id, text: words(part.text), marks: part.marks })),
    isPicture: picture,
    alt: alt === undefined ? '' : words(alt),
    comment: '',
    suggestion:
      suggested === undefined
        ? null
        : {
            isMine: false,
            by: words(suggested.by),
            text: suggested.text === undefined ? null : words(suggested.text),
          },
  };
}

/** A stretch of a block: words, a phrase, or a field. */
export type Stretch =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'phrase'; readonly phrase: Phrase }
  | { readonly type: 'field'; readonly field: string };

/** The stretches of a text, in their order; an `{id}` that names nothing is words. */
export function stretchesOf(block: Block, start: DocumentStart): readonly Stretch[] {
  return block.text.split(/(\{[a-z0-9-]+\})/i).flatMap((part): Stretch[] => {
    if (part === '') return [];
    const id = /^\{(.+)\}$/.exec(part)?.[1];
    const phrase = block.phrases.find((each) => each.id === id);
    if (phrase !== undefined) return [{ type: 'phrase', phrase }];
    const field = start.fields.find((each) => each.id === id);
    return [field === undefined ? { type: 'words', text: part } : { type: 'field', field: field.id }];
  });
}

/** What a block says: phrases as they stand, each field as `fieldWords` tells. */
export function wordsIn(block: Block, start: DocumentStart, fieldWords: (field: string) => string): string {
  return stretchesOf(block, start)
    .map((part) =>
      part.type === 'words' ? part.text : part.type === 'phrase' ? part.phrase.text : fieldWords(part.field),
    )
    .join('');
}

/** The sign of a field in a text that one writes: « Prénom ». */
export function fieldSign(start: DocumentStart, field: string, words: Words): string {
  return `«${words(start.fields.find(({ id }) => id === field)?.name ?? field)}»`;
}
