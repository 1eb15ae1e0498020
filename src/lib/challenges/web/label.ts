import { spansText, type RichText, type Span } from '../rich-text.ts';

/** The words of the first link of a text that leads to a target; '' when there is none. */
export function labelOf(text: RichText, target: string): string {
  const runs = text.flatMap((block) => {
    if (block.type === 'list') return block.items;
    if (block.type === 'table') return [...block.head, ...block.rows.flat()];
    return [block.content];
  });
  return runs.map((run) => labelIn(run, target)).find((label) => label !== '') ?? '';
}

function labelIn(spans: readonly Span[], target: string): string {
  for (const span of spans) {
    if (typeof span === 'string') continue;
    if ('link' in span) {
      if (span.link === target) return spansText(span.content);
      continue;
    }
    const label = labelIn('strong' in span ? span.strong : span.emphasis, target);
    if (label !== '') return label;
  }
  return '';
}
