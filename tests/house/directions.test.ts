import { expect, test } from 'vitest';
import { filesIn, textOf } from './sources.ts';

// A style that says « left » is on the wrong side where one writes from right to left.
const physical =
  /(^|[\s;{])((margin|padding|border|scroll-(margin|padding))-(left|right)|border-(top|bottom)-(left|right)-radius|left|right)[\w-]*\s*:|(text-align|float|clear)\s*:\s*(left|right)\b|inset\s*:\s*\S+\s+\S+\s+\S+\s+\S|safe-area-inset-(left|right)/;

/** Where a side is one of the device and not one of the text. */
const allowed: readonly string[] = [
  'src/lib/ui/Page.svelte: safe-area-inset-left',
  'src/lib/ui/Page.svelte: safe-area-inset-right',
];

test('no style names the left or the right: sides follow the direction of writing', () => {
  const found = filesIn(['src'], /\.(svelte|css)$/).flatMap((path) =>
    stylesIn(path, textOf(path))
      .split('\n')
      .flatMap((line) => {
        const [named] = physical.exec(line) ?? [];
        return named === undefined ? [] : [`${path}: ${named.trim()}`];
      }),
  );
  expect(found).toEqual(allowed);
});

function stylesIn(path: string, text: string): string {
  if (path.endsWith('.css')) return text;
  return [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, styles = '']) => styles).join('\n');
}
