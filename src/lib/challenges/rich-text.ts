/** Formatted text as data: nothing in it can run. Compiled from Markdown, shown by `RichText.svelte`. */
export type RichText = readonly Block[];

export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Span[] }
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly content: readonly Span[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] }
  | {
      readonly type: 'table';
      readonly head: readonly (readonly Span[])[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    };

export type Span =
  | string
  | { readonly strong: readonly Span[] }
  | { readonly emphasis: readonly Span[] }
  /** A link inside the exercise: `page:ID` goes to a page, `do:ID` presses a button; never an outside address. */
  | { readonly link: string; readonly content: readonly Span[] };

/** The words alone, blocks separated by a line break. */
export function plainText(text: RichText): string {
  return text
    .map((block) => {
      if (block.type === 'list') return block.items.map(spansText).join('\n');
      if (block.type === 'table')
        return [block.head, ...block.rows].map((row) => row.map(spansText).join(' ')).join('\n');
      return spansText(block.content);
    })
    .join('\n');
}

/** The words alone of a run of spans. */
export function spansText(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('strong' in span) return spansText(span.strong);
      if ('emphasis' in span) return spansText(span.emphasis);
      return spansText(span.content);
    })
    .join('');
}
