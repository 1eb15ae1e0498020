import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, RichText, Span } from '#lib/challenges/rich-text.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { Tell } from './fault.ts';
import { typeset } from './typeset.ts';

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Every link is let through here, so that a forbidden one is told and not shown as it was typed.
parser.validateLink = () => true;

const allowed = 'Use paragraphs, ### headings, lists, tables, **bold** and *emphasis* only.';

/** A formatted text with the line of each of its blocks in the source. */
export interface LinedText {
  readonly text: RichText;
  readonly lines: readonly number[];
}

/** Formatted text out of Markdown; whatever cannot be said in it is told and left out. `firstLine` is that of the source. */
export function richTextOf(
  markdown: string,
  firstLine: number,
  locale: ContentLocale,
  tell: Tell,
): LinedText {
  const blocks: Block[] = [];
  const lines: number[] = [];
  const tokens = new Walk(parser.parse(markdown, {}), firstLine, locale, tell);
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    const line = tokens.line;
    const block = blockOf(token, tokens);
    if (block === undefined) continue;
    blocks.push(block);
    lines.push(line);
  }
  return { text: blocks, lines };
}

/** Goes through tokens one by one and remembers the line. */
class Walk {
  line: number;
  readonly tell: Tell;
  readonly locale: ContentLocale;
  readonly #tokens: readonly Token[];
  readonly #firstLine: number;
  #at = 0;

  constructor(tokens: readonly Token[], firstLine: number, locale: ContentLocale, tell: Tell) {
    this.#tokens = tokens;
    this.#firstLine = firstLine;
    this.line = firstLine;
    this.locale = locale;
    this.tell = tell;
  }

  next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.map) this.line = this.#firstLine + token.map[0];
    return token;
  }

  /** The tokens up to the one that closes; the closing one is taken too. */
  until(type: string): Token[] {
    const inside: Token[] = [];
    for (let token = this.next(); token !== undefined && token.type !== type; token = this.next())
      inside.push(token);
    return inside;
  }

  refuse(what: string): void {
    this.tell(this.line, 'markdown', `${what} cannot be used`, allowed);
  }
}

function blockOf(token: Token, walk: Walk): Block | undefined {
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', content: inlines(walk.until('paragraph_close'), walk) };
    case 'heading_open': {
      const content = inlines(walk.until('heading_close'), walk);
      if (token.markup === '###') return { type: 'heading', level: 2, content };
      if (token.markup === '####') return { type: 'heading', level: 3, content };
      walk.refuse('this heading');
      return undefined;
    }
    case 'bullet_list_open':
      return { type: 'list', ordered: false, items: listItems('bullet_list_close', walk) };
    case 'ordered_list_open':
      return { type: 'list', ordered: true, items: listItems('ordered_list_close', walk) };
    case 'table_open':
      return tableOf(walk);
    default:
      if (!token.type.endsWith('_close') && token.type !== 'inline')
        walk.refuse(token.type.replace('_open', ''));
      return undefined;
  }
}

function listItems(closing: string, walk: Walk): Span[][] {
  const items: Span[][] = [];
  for (let token = walk.next(); token !== undefined && token.type !== closing; token = walk.next()) {
    if (token.type !== 'list_item_open') {
      walk.refuse('a list in a list');
      continue;
    }
    const inside = walk.until('list_item_close');
    if (inside.filter(({ type }) => type === 'inline').length > 1)
      walk.refuse('more than a line in a list item');
    items.push(inlines(inside, walk));
  }
  return items;
}

function tableOf(walk: Walk): Block {
  const rows: Span[][][] = [];
  for (const token of walk.until('table_close')) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'inline') rows.at(-1)?.push(inlines([token], walk));
  }
  return { type: 'table', head: rows[0] ?? [], rows: rows.slice(1) };
}

function inlines(tokens: readonly Token[], walk: Walk): Span[] {
  return tokens.flatMap((token) => {
    if (token.type === 'inline')
      return spans(new Walk(token.children ?? [], walk.line, walk.locale, walk.tell), '');
    return [];
  });
}

function spans(walk: Walk, closing: string): Span[] {
  const result: Span[] = [];
  const add = (text: string): void => {
    const last = result.at(-1);
    if (typeof last === 'string') result[result.length - 1] = last + text;
    else if (text !== '') result.push(text);
  };
  for (let token = walk.next(); token !== undefined && token.type !== closing; token = walk.next()) {
    if (token.type === 'text') add(token.content);
    else if (token.type === 'softbreak') add(' ');
    else if (token.type === 'hardbreak') add('\n');
    else if (token.type === 'strong_open') result.push({ strong: spans(walk, 'strong_close') });
    else if (token.type === 'em_open') result.push({ emphasis: spans(walk, 'em_close') });
    else if (token.type === 'link_open') result.push(...linkOf(String(token.attrGet('href') ?? ''), walk));
    else walk.refuse(token.type.replace(/_(open|inline)$/, ''));
  }
  return result.map((span) => (typeof span === 'string' ? typeset(span, walk.locale) : span));
}

function linkOf(link: string, walk: Walk): Span[] {
  const content = spans(walk, 'link_close');
  if (/^(page|do):[a-z0-9][\w.~-]*$/.test(link)) return [{ link, content }];
  walk.tell(walk.line, 'link', `the link "${link}" goes outside`, 'Link to page:ID or do:ID only.');
  return content;
}
