import { describe, expect, test } from 'vitest';
import { gunzipSync } from 'fflate';
import { textOf, utf8 } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import * as registry from '#lib/challenges/registry.ts';
import type { BinaryFile, SourceFiles } from './authored.ts';
import { checkSources } from './check.ts';
import { compileBundle } from './compile.ts';
import { tinySources } from './tiny-sources.ts';

const folder = 'tiny/challenges/1.1/right-place';
const yaml = `kind: hotspot
skill: 1.1.source
level: 2
params:
  picture: { file: plan.svg, alt: '@alt' }
  zones:
    - { id: one, label: '@one', x: 0, y: 0, width: 50, height: 50 }
    - { id: two, label: '@two', x: 50, y: 0, width: 50, height: 50, mistake: two }
    - { id: three, label: '@three', x: 0, y: 50, width: 50, height: 50, mistake: two }
  answers: [one]
examples:
  - { outcome: correct, response: { selected: [one] } }
  - { outcome: incorrect, response: { selected: [two] }, mistake: two }
`;
const words = `# Ici

## instruction
Touchez la porte.

## hint
Elle est haute.

## explanation
La porte est là. On entre par elle.

## feedback.two
C'est une fenêtre.

## alt
Une maison.

## one
La porte

## two
La fenêtre

## three
Le mur
`;
const drawn = (inside: string, root = 'viewBox="0 0 300 300"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>\n${inside}\n</svg>`;
const house = drawn('<path d="M10 10h80v80z" fill="#0b5155"/>');
const binary = (bytes: Uint8Array): BinaryFile => ({ length: bytes.length, bytes });
const file = (text: string): BinaryFile => binary(utf8(text));

/** The smallest sources with one challenge more, its picture and some files changed. */
function sources(
  picture: BinaryFile | undefined,
  more: Readonly<Record<string, string | BinaryFile>> = {},
): SourceFiles {
  const files = new Map<string, string | BinaryFile>(tinySources);
  for (const [name, text] of [
    ['challenge.yaml', yaml],
    ['fr.md', words],
    ['en.md', words],
  ] as const)
    files.set(`${folder}/${name}`, text);
  if (picture !== undefined) files.set(`${folder}/plan.svg`, picture);
  for (const [name, content] of Object.entries(more)) files.set(`${folder}/${name}`, content);
  return files;
}
const faultsOf = (files: SourceFiles) => checkSources(files, registry).faults;
const told = (files: SourceFiles) =>
  faultsOf(files).map(({ file: path, line, rule }) => `${path.split('/').at(-1)}:${line} ${rule}`);
const named = (name: string, picture: BinaryFile): SourceFiles =>
  sources(undefined, { 'challenge.yaml': yaml.replace('plan.svg', name), [name]: picture });

/** The beginning of a PNG of some size: all that is read of one. */
const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(60);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};
const jpeg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44, 3, 1, 1, 1,
]);
/** The same pictures with where they were made inside. */
const withPart = Uint8Array.from([
  ...jpeg.slice(0, 2),
  0xff,
  0xe1,
  0,
  8,
  ...utf8('Exif\0\0'),
  ...jpeg.slice(2),
]);
const withText = Uint8Array.from([
  ...png(10, 10).slice(0, 33),
  ...[0, 0, 0, 4],
  ...utf8('tEXtmoi!'),
  ...[0, 0, 0, 0],
]);
const withExif = Uint8Array.from([
  ...utf8('RIFF....WEBPVP8X'),
  ...[10, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 9, 0, 0],
  ...utf8('EXIF'),
  ...[4, 0, 0, 0],
  ...utf8('lieu'),
]);
const webp = (form: string, at: number, size: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(40);
  bytes.set(utf8(`RIFF....WEBP${form}`));
  bytes.set(size, at);
  return bytes;
};

describe('[CT-20] a picture that is named travels inside the challenge', () => {
  const embedded = (files: SourceFiles) => {
    const { faults, bundles } = checkSources(files, registry);
    expect(faults).toEqual([]);
    const found = bundles[0]?.challenges.find(({ challenge }) => challenge.id === '1.1/right-place');
    return (found?.challenge.params as { readonly picture: { readonly file: Record<string, unknown> } })
      .picture.file;
  };

  test('a drawing, written anew', () => {
    const { data, width, height } = embedded(
      sources(
        file(
          `<?xml version="1.0"?><!-- mine -->${drawn('<g><text x="1" y="2">a &lt; b &amp; c</text></g>')}`,
        ),
      ),
    );
    expect({ width, height }).toEqual({ width: 300, height: 300 });
    expect(decodeURIComponent(String(data))).toBe(
      "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 300'>" +
        "<g><text x='1' y='2'>a &lt; b &amp; c</text></g></svg>",
    );
  });

  test('what is written anew is written the same again', () => {
    const once = decodeURIComponent(String(embedded(sources(file(house)))['data'])).replace(
      'data:image/svg+xml,',
      '',
    );
    const twice = decodeURIComponent(String(embedded(sources(file(once)))['data']));
    expect(twice).toBe(`data:image/svg+xml,${once}`);
  });

  test('photos, with their size told by their bytes', () => {
    expect(embedded(named('plan.png', binary(png(300, 200))))).toMatchObject({ width: 300, height: 200 });
    expect(embedded(named('plan.jpg', binary(jpeg)))).toMatchObject({ width: 300, height: 200 });
    expect(embedded(named('plan.webp', binary(webp('VP8 ', 26, [44, 1, 200, 0]))))).toMatchObject({
      width: 300,
      height: 200,
    });
    expect(embedded(named('plan.webp', binary(webp('VP8X', 24, [43, 1, 0, 199, 0, 0]))))).toMatchObject({
      width: 300,
      height: 200,
    });
    const lossless = 299 + 199 * 0x4000;
    const size = [lossless & 255, (lossless >> 8) & 255, (lossless >> 16) & 255, lossless >> 24];
    expect(embedded(named('plan.webp', binary(webp('VP8L', 21, size))))).toMatchObject({
      width: 300,
      height: 200,
    });
    expect(embedded(named('plan.png', binary(png(300, 200))))['data']).toMatch(
      /^data:image\/png;base64,iVBORw0KGgo/,
    );
  });

  test('in the chunk of its area, so that nothing else must be fetched', async () => {
    const { bundles, framework } = checkSources(sources(file(house)), registry);
    const { chunks, manifest } = await compileBundle(bundles[0]!, framework, digest);
    const entry = manifest.chunks.find(({ name }) => name === 'area-1');
    const chunk = textOf(gunzipSync(chunks.get(entry!.sha256)!));
    expect(chunk).toContain('data:image/svg+xml,%3Csvg');
    expect(chunk).not.toContain('plan.svg');
  });
});

describe('[CT-20] a picture that cannot be used is told, and its challenge left out', () => {
  const cases: readonly [string, SourceFiles, readonly string[]][] = [
    ['none there', sources(undefined), ['challenge.yaml:5 missingPicture']],
    [
      'outside the folder',
      sources(file(house), { 'challenge.yaml': yaml.replace('plan.svg', '../plan.svg') }),
      ['challenge.yaml:5 missingPicture', 'plan.svg:1 unusedPicture'],
    ],
    [
      'a name that no picture has',
      sources(file(house), { 'challenge.yaml': yaml.replace('plan.svg', 'fr.md') }),
      ['challenge.yaml:5 missingPicture', 'plan.svg:1 unusedPicture'],
    ],
    ['unused', sources(file(house), { 'other.png': binary(png(10, 10)) }), ['other.png:1 unusedPicture']],
    [
      'of another kind of file',
      sources(file(house), { 'plan.gif': { length: 9, bytes: undefined } }),
      ['plan.gif:1 unknownFile'],
    ],
    [
      'never read, so large it is',
      sources({ length: 30_000_000, bytes: undefined }),
      ['plan.svg:1 heavyPicture'],
    ],
    [
      'too heavy once compressed',
      sources(file(drawn(`<path d="M${noise(150_000)}"/>`))),
      ['plan.svg:1 heavyPicture'],
    ],
    [
      'small, and unfolding into far too many pixels',
      named('plan.png', binary(png(30_000, 30_000))),
      ['plan.png:1 heavyPicture'],
    ],
    ['without a pixel', named('plan.png', binary(png(0, 10))), ['plan.png:1 heavyPicture']],
    ['PNG that says it is SVG', sources(binary(png(10, 10))), ['plan.svg:1 pictureForm']],
    ['PNG that says it is JPEG', named('plan.jpg', binary(png(10, 10))), ['plan.jpg:1 pictureForm']],
    ['SVG that says it is PNG', named('plan.png', file(house)), ['plan.png:1 pictureForm']],
    ['JPEG with Exif', named('plan.jpg', binary(withPart)), ['plan.jpg:1 pictureMaker']],
    ['PNG with a comment', named('plan.png', binary(withText)), ['plan.png:1 pictureMaker']],
    ['WebP with Exif', named('plan.webp', binary(withExif)), ['plan.webp:1 pictureMaker']],
    ['a page that says it is WebP', named('plan.webp', file('<html>')), ['plan.webp:1 pictureForm']],
    ['a JPEG cut short', named('plan.jpg', binary(jpeg.slice(0, 12))), ['plan.jpg:1 pictureForm']],
    ['empty', sources(file('')), ['plan.svg:1 pictureForm']],
    [
      'no alternative',
      sources(file(house), {
        'challenge.yaml': yaml.replace(", alt: '@alt'", ''),
        'fr.md': words.replace(/## alt\n.*\n/, ''),
        'en.md': words.replace(/## alt\n.*\n/, ''),
      }),
      ['challenge.yaml:5 schema'],
    ],
    [
      'an alternative without words',
      sources(file(house), { 'en.md': words.replace(/## alt\n.*\n/, '') }),
      ['en.md:1 missingSection'],
    ],
    [
      'an empty alternative',
      sources(file(house), { 'fr.md': words.replace('Une maison.', '') }),
      ['fr.md:15 emptySection'],
    ],
    [
      'zones too small for a thumb',
      sources(file(drawn('', 'viewBox="0 0 300 90"'))),
      ['challenge.yaml:4 sense', 'challenge.yaml:4 sense', 'challenge.yaml:4 sense'],
    ],
  ];
  test.each(cases)('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
    for (const { mend } of faultsOf(files)) expect(mend).toMatch(/\.$/);
    expect(checkSources(files, registry).bundles[0]?.challenges).toHaveLength(2);
  });
});

test('[CT-20] what may not be in a drawing is told in its own file, at its line', () => {
  expect(faultsOf(sources(file(drawn('<script>alert(1)</script>'))))).toEqual([
    {
      file: `${folder}/plan.svg`,
      line: 2,
      rule: 'unsafePicture',
      message: 'there is a script',
      mend: 'Take it out: shapes, <text> and gradients may stay.',
    },
    expect.objectContaining({ rule: 'pictureForm', message: 'there are letters outside <text>' }),
  ]);
});

/** Digits that hardly compress, the same each time. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String(state % 10);
  }).join('');
}
