import { describe, expect, test } from 'vitest';
import { tellerOf, type Fault } from './fault.ts';
import { cleanSvg } from './svg.ts';

const drawn = (inside: string, root = 'viewBox="0 0 300 300"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>\n${inside}\n</svg>`;
const read = (text: string) => {
  const faults: Fault[] = [];
  return { clean: cleanSvg(text, tellerOf('plan.svg', faults)), faults };
};

test('[CT-20] shapes, letters and gradients are written anew', () => {
  const inside =
    '<title>a</title><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
    '<path fill="url(#g)" d="M1 2\n L3,4"/><text x="1" y="2">b <tspan>c</tspan></text><!-- d -->';
  const { clean, faults } = read(drawn(inside, 'viewBox="0 0 30 20"'));
  expect(faults).toEqual([]);
  expect(clean).toEqual({
    width: 30,
    height: 20,
    text:
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'><title>a</title><defs><linearGradient id='g'>" +
      "<stop offset='0' stop-color='#fff'/></linearGradient></defs><path fill='url(#g)' d='M1 2 L3,4'/>" +
      "<text x='1' y='2'>b <tspan>c</tspan></text></svg>",
  });
});

describe('[CT-20] a drawing holds nothing that runs, asks or points', () => {
  const cases: readonly [string, string, number, RegExp][] = [
    ['a script', drawn('<script>alert(1)</script>'), 2, /script/],
    [
      'a script in another namespace',
      drawn('<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>'),
      2,
      /script/,
    ],
    ['an event handler', drawn('', 'viewBox="0 0 9 9" onload="alert(1)"'), 1, /event handler, onload/],
    ['an event handler in capitals', drawn('<path\n d=""\n ONCLICK="x"/>'), 4, /event handler/],
    ['a script as an address', drawn('<path d="javascript:alert(1)"/>'), 2, /script in d/],
    ['a link with a script', drawn('<a href="javascript:alert(1)"/>'), 2, /script in href/],
    ['foreign content', drawn('<foreignObject/>'), 2, /<foreignObject>/],
    ['a picture from outside', drawn('<image href="https://valbruyere.example/a.png"/>'), 2, /<image>|href/],
    [
      'the old form of a link',
      drawn('<use xmlns:l="http://www.w3.org/1999/xlink" l:href="//a.example/#b"/>'),
      2,
      /href/,
    ],
    ['a style', drawn('<style>@import url(//a.example)</style>'), 2, /<style>/],
    ['a style attribute', drawn('<path style="fill:url(//a.example)"/>'), 2, /style/],
    ['a colour from outside', drawn('<path fill="url(https://a.example/#b)"/>'), 2, /fill/],
    ['a colour of another file', drawn('<path fill="url( b.svg )"/>'), 2, /fill/],
    ['a movement that sets what it likes', drawn('<set attributeName="href" to="x"/>'), 2, /<set>/],
    ['HTML', drawn('<iframe xmlns="http://www.w3.org/1999/xhtml" src="//a.example"/>'), 2, /<iframe>|src/],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>\n${drawn('')}`, 1, /document type/],
    ['an instruction', `<?xml-stylesheet href="//a.example"?>${drawn('')}`, 1, /xml-stylesheet/],
    [
      'elements without an end of them',
      drawn(`${'<g>'.repeat(60)}${'</g>'.repeat(60)}`),
      2,
      /inside one another/,
    ],
  ];
  test.each(cases)('%s', (_, text, line, message) => {
    const { clean, faults } = read(text);
    expect(clean).toBeUndefined();
    const unsafe = faults.filter((fault) => fault.rule === 'unsafePicture' && fault.line === line);
    expect(unsafe.map((fault) => fault.message).join('; ')).toMatch(message);
    for (const { mend } of faults) expect(mend).toMatch(/\.$/);
  });
});

describe('[CT-20] what is no drawing is told', () => {
  const malformed: readonly [string, string, RegExp][] = [
    ['no end', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">', /no SVG/],
    ['an entity of its own', drawn('<text>&evil;</text>'), /entity/],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /<html> is no <svg>/],
    ['no view box', drawn('', ''), /view box/],
    ['a view box without an area', drawn('', 'viewBox="0 0 0 10"'), /view box/],
    ['a view box that begins elsewhere', drawn('', 'viewBox="5 5 10 10"'), /view box/],
    ['letters in the air', drawn('hello'), /outside <text>/],
    ['bytes that are no text', '\u0000\u0001', /no SVG/],
  ];
  test.each(malformed)('%s', (_, text, message) => {
    const { clean, faults } = read(text);
    expect(clean).toBeUndefined();
    expect(faults.map((fault) => fault.message).join('; ')).toMatch(message);
  });
});
