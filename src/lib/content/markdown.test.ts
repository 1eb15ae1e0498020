import { expect, test } from 'vitest';
import { richTextOf } from './markdown.ts';

function parsed(markdown: string) {
  const faults: string[] = [];
  const { text, lines } = richTextOf(markdown, 10, 'fr', (line, rule) => faults.push(`${rule} ${line}`));
  return { text, lines, faults };
}

test('[CT-5] paragraphs, headings, lists, tables and marks become a tree', () => {
  const { text, lines, faults } = parsed(
    'Un **mot *fort*** et\nla suite\n\n### Horaires\n\n- lundi\n- [mardi](page:mardi)\n\n1. un\n\n| Jour | Heure |\n|---|---|\n| samedi | 9 h |\n',
  );
  expect(faults).toEqual([]);
  expect(text).toEqual([
    { type: 'paragraph', content: ['Un ', { strong: ['mot ', { emphasis: ['fort'] }] }, ' et la suite'] },
    { type: 'heading', level: 2, content: ['Horaires'] },
    { type: 'list', ordered: false, items: [['lundi'], [{ link: 'page:mardi', content: ['mardi'] }]] },
    { type: 'list', ordered: true, items: [['un']] },
    { type: 'table', head: [['Jour'], ['Heure']], rows: [[['samedi'], ['9 h']]] },
  ]);
  expect(lines).toEqual([10, 13, 15, 18, 20]);
});

test('[CT-5] a line that ends with a backslash stays a line', () => {
  expect(parsed('Nadia\\\nValbruyère').text).toEqual([{ type: 'paragraph', content: ['Nadia\nValbruyère'] }]);
});

test('[CT-5] whatever cannot be said in the tree is told at its line', () => {
  expect(parsed('Un\n\n> mot').faults).toContain('markdown 12');
  expect(parsed('```\ncode\n```').faults).toEqual(['markdown 10']);
  expect(parsed('un `mot`').faults).toEqual(['markdown 10']);
  expect(parsed('un ~~mot~~').faults).toContain('markdown 10');
  expect(parsed('un\n\n---').faults).toEqual(['markdown 12']);
  expect(parsed('- un\n  - deux').faults).toContain('markdown 11');
  expect(parsed('Titre\n===').faults).toEqual(['markdown 10']);
  expect(parsed('![photo](page:photo)').faults).toEqual(['markdown 10']);
});

test('[CT-5] links go to a page or press a button, and nowhere else', () => {
  expect(parsed('[Payer](do:pay)').faults).toEqual([]);
  for (const target of [
    'https://a.example',
    'javascript:x',
    'page:',
    'page:a b',
    '/a',
    'mailto:a@b.example',
    '',
  ]) {
    const { text, faults } = parsed(`[Payer](<${target}>)`);
    expect(faults).toEqual(['link 10']);
    expect(text).toEqual([{ type: 'paragraph', content: ['Payer'] }]);
  }
  expect(parsed('<https://a.example>').faults).toEqual(['link 10']);
});
