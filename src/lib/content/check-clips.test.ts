import { describe, expect, test } from 'vitest';
import { gunzipSync } from 'fflate';
import { textOf, utf8 } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import * as registry from '#lib/challenges/registry.ts';
import type { BinaryFile, SourceFiles } from './authored.ts';
import { checkSources } from './check.ts';
import { heaviestClip } from './clip.ts';
import { compileBundle } from './compile.ts';
import { tinySources } from './tiny-sources.ts';

const folder = [...tinySources.keys()]
  .find((path) => path.endsWith('/challenge.yaml'))!
  .replace('/challenge.yaml', '');
const id = folder.split('/challenges/')[1]!;
const binary = (bytes: Uint8Array): BinaryFile => ({ length: bytes.length, bytes });
const ogg = binary(utf8('OggS and what follows'));
const mp3 = binary(Uint8Array.from([0xff, 0xfb, 0x90, 0x64]));

function sources(clips: Readonly<Record<string, BinaryFile>>): SourceFiles {
  const files = new Map<string, string | BinaryFile>(tinySources);
  for (const [name, content] of Object.entries(clips)) files.set(`${folder}/${name}`, content);
  return files;
}
const clipsOf = (files: SourceFiles) => {
  const { faults, bundles } = checkSources(files, registry);
  expect(faults).toEqual([]);
  const texts = bundles[0]?.challenges.find(({ challenge }) => challenge.id === id)?.texts;
  return { fr: texts?.fr?.clip, en: texts?.en?.clip };
};

describe('[CT-21] a recording travels inside the words of its language', () => {
  test('each type, by what its first bytes tell', () => {
    const m4a = binary(utf8('....ftypM4A '));
    const tagged = binary(utf8('ID3 and what follows'));
    expect(clipsOf(sources({ 'listen.fr.ogg': ogg, 'listen.en.mp3': mp3 }))).toEqual({
      fr: 'data:audio/ogg;base64,T2dnUyBhbmQgd2hhdCBmb2xsb3dz',
      en: 'data:audio/mpeg;base64,//uQZA',
    });
    expect(clipsOf(sources({ 'listen.fr.m4a': m4a })).fr).toMatch(/^data:audio\/mp4;base64,/);
    expect(clipsOf(sources({ 'listen.fr.mp3': tagged })).fr).toMatch(/^data:audio\/mpeg;base64,/);
  });

  test('in the chunk of these words, and in no other', async () => {
    const { bundles, framework } = checkSources(sources({ 'listen.fr.ogg': ogg }), registry);
    const { chunks } = await compileBundle(bundles[0]!, framework, digest);
    const holding = [...chunks.values()]
      .map((bytes) => textOf(gunzipSync(bytes)))
      .filter((chunk) => chunk.includes('data:audio/'));
    expect(holding).toHaveLength(1);
    expect(JSON.parse(holding[0]!)).toMatchObject({ holds: 'words', language: 'fr' });
  });
});

describe('[CT-21] a recording that cannot be used is told', () => {
  const cases: readonly [string, Readonly<Record<string, BinaryFile>>, string][] = [
    ['too heavy', { 'listen.fr.ogg': { length: heaviestClip + 1, bytes: undefined } }, 'heavyClip'],
    ['of another type than its name', { 'listen.fr.mp3': ogg }, 'clipForm'],
    ['a page that says it is sound', { 'listen.fr.m4a': binary(utf8('<html></html>')) }, 'clipForm'],
    ['empty', { 'listen.fr.ogg': binary(utf8('')) }, 'clipForm'],
    ['two for one language', { 'listen.fr.ogg': ogg, 'listen.fr.mp3': mp3 }, 'clipTwice'],
    ['of a language that nothing is written in', { 'listen.nl.ogg': ogg }, 'unknownFile'],
    ['of a type that no device must play', { 'listen.fr.wav': ogg }, 'unknownFile'],
  ];
  test.each(cases)('%s', (_name, clips, rule) => {
    const { faults } = checkSources(sources(clips), registry);
    expect(faults.map((fault) => fault.rule)).toEqual([rule]);
    expect(faults[0]?.mend).not.toBe('');
  });

  test('in a language that the bundle leaves out', () => {
    const files = new Map(sources({ 'listen.en.ogg': ogg }));
    for (const path of files.keys()) if (path.endsWith('/en.md')) files.delete(path);
    files.set('tiny/bundle.yaml', (files.get('tiny/bundle.yaml') as string).replace('[fr, en]', '[fr]'));
    expect(checkSources(files, registry).faults.map(({ rule }) => rule)).toEqual(['unusedClip']);
  });
});
