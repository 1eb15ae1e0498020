import type { Fact, Facts } from '../goal.ts';
import type { DocumentStart } from './start.ts';
import { stretchesOf, wordsIn, type Block, type DocumentState } from './state.ts';

const ranks = { title: 1, heading: 2, subheading: 3, paragraph: 0, bullet: 0, number: 0 } as const;

/** What conditions may ask about a document. */
export function documentFacts(state: DocumentState, start: DocumentStart): Facts {
  const facts: Record<string, Fact> = {
    order: state.blocks.map(({ id }) => id).join(' '),
    empties: state.blocks.filter((block) => !block.isPicture && block.text.trim() === '').length,
    extra: state.blocks.filter((block) => /^\s|\s{2,}/.test(block.text)).length,
    headings: isWellRanked(state.blocks),
    mode: state.mode,
    restored: state.restored,
    looked: state.looked,
    tried: state.tried,
    accepted: state.accepted,
    rejected: state.rejected,
  };
  for (const block of state.blocks) {
    const { id, style, align, marks, alt, comment, suggestion, phrases } = block;
    facts[`${id}.style`] = style;
    facts[`${id}.align`] = align;
    facts[`${id}.marks`] = marks;
    facts[`${id}.alt`] = alt;
    facts[`${id}.alt.words`] = alt
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '').length;
    facts[`${id}.comment`] = comment;
    facts[`${id}.text`] = wordsIn(block, start, (field) => `{${field}}`);
    facts[`${id}.suggested`] = suggestion?.isMine === true ? (suggestion.text ?? '') : '';
    facts[`${id}.leaves`] = suggestion?.isMine === true && suggestion.text === null;
    facts[`${id}.fields`] = stretchesOf(block, start).flatMap((part) =>
      part.type === 'field' ? [part.field] : [],
    );
    for (const phrase of phrases) {
      facts[`${phrase.id}.marks`] = phrase.marks;
      facts[`${phrase.id}.text`] = phrase.text;
    }
    for (const { id: guest, values } of start.guests) {
      facts[`${id}.for.${guest}`] = wordsIn(block, start, (field) => values[field] ?? '');
    }
  }
  return facts;
}

/** One title, first; then no rank that is passed over: a reader who listens jumps from heading to heading. */
function isWellRanked(blocks: readonly Block[]): boolean {
  const seen = blocks.map(({ style }) => ranks[style]).filter((rank) => rank > 0);
  return (
    seen[0] === 1 &&
    seen.filter((rank) => rank === 1).length === 1 &&
    seen.every((rank, index) => rank <= (seen[index - 1] ?? 0) + 1)
  );
}
