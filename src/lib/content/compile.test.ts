import { expect, test } from 'vitest';
import { hex } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import * as registry from '#lib/challenges/registry.ts';
import { challengeSet } from './challenge-set.ts';
import { checkSources } from './check.ts';
import { compileBundle, type CompiledBundle } from './compile.ts';
import { manifestBytes, readManifest } from './manifest.ts';
import { tinySources } from './tiny-sources.ts';
import { chunksFor } from './verify.ts';
import { openChunk } from './open-chunk.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { richOf, wordsOf } from './words.ts';
import type { SourceFiles } from './authored.ts';

async function compiled(files: SourceFiles = tinySources): Promise<CompiledBundle> {
  const { bundles, framework } = checkSources(files, registry);
  return compileBundle(bundles[0] as (typeof bundles)[number], framework, digest);
}

async function opened({ manifest, chunks }: CompiledBundle, language: ContentLocale): Promise<unknown[]> {
  const contents: unknown[] = [];
  for (const entry of chunksFor({ ...manifest, revision: 1 }, language)) {
    const chunk = await openChunk(chunks.get(entry.sha256) as Uint8Array, entry, digest);
    contents.push(chunk.ok ? chunk.value : chunk.reason);
  }
  return contents;
}

test('[CT-9] the tiny bundle compiles to these very bytes, in whatever order its files are read', async () => {
  const { manifest } = await compiled();
  const bytes = manifestBytes({ ...manifest, revision: 1 });
  expect(hex(await digest(bytes))).toBe('125c7322017ac04713ecb45adca70eb4da9d75f39e2d1c1255b33703a46830c7');
  const reversed = await compiled(new Map([...tinySources].reverse()));
  expect(manifestBytes({ ...reversed.manifest, revision: 1 })).toEqual(bytes);
});

test('[CT-9] a chunk is named after its bytes, one an area and one more a language', async () => {
  const { manifest, chunks } = await compiled();
  expect(manifest.chunks.map(({ name, language }) => `${name} ${language}`)).toEqual([
    'framework null',
    'area-1 null',
    'area-1-fr fr',
    'area-1-en en',
  ]);
  for (const [sha256, bytes] of chunks) expect(hex(await digest(bytes))).toBe(sha256);
});

test('[CT-9] a manifest reads back as it was written', async () => {
  const manifest = { ...(await compiled()).manifest, revision: 3 };
  expect(readManifest(manifestBytes(manifest))).toEqual(manifest);
});

test('[CT-14] items stand in the order of their ids', async () => {
  const { manifest } = await compiled(new Map([...tinySources].reverse()));
  expect(manifest.items.map(({ id }) => id)).toEqual(['1.1/right-time', '1.1/right-word']);
  expect(manifest.items[0]).toMatchObject({ guessing: 0.5, steps: 1, level: 2, skill: '1.1.source' });
});

test('[CT-13] the chunks of a language give each challenge with its words', async () => {
  const set = challengeSet(await opened(await compiled(), 'en'));
  if (!set.ok) throw new Error(set.reason);
  const worded = set.value.challenges.get('1.1/right-time');
  expect(worded?.challenge.kind).toBe('single-choice');
  if (worded === undefined) throw new Error('no challenge');
  const words = wordsOf(worded.texts);
  expect(words('@blog')).toBe('A travel blog');
  expect(words('@nothing')).toBe('@nothing');
  expect(words('@constructor')).toBe('@constructor');
  expect(words('blog')).toBe('blog');
  expect(richOf(worded.texts)('@town')).toEqual([{ type: 'paragraph', content: ['The page of the town'] }]);
  expect(richOf(worded.texts)('12')).toEqual([{ type: 'paragraph', content: ['12'] }]);
  expect(set.value.framework.areas).toHaveLength(1);
});

test('[CT-13] a bundle that lacks a language gives the words of its first', async () => {
  const { manifest } = await compiled();
  const named = (languages: ContentLocale[], wanted: ContentLocale) =>
    chunksFor({ ...manifest, revision: 1, languages }, wanted).flatMap(({ language }) => language ?? []);
  expect(named(['fr'], 'en')).toEqual(['fr']);
  expect(named(['fr', 'en'], 'en')).toEqual(['en']);
});

test('[CT-13] a part that is missing or is no chunk refuses the whole', async () => {
  const contents = await opened(await compiled(), 'fr');
  expect(challengeSet(contents.slice(1))).toMatchObject({ ok: false, reason: 'noFramework' });
  expect(challengeSet(contents.slice(0, 2))).toMatchObject({ ok: false, reason: 'wordsMissing' });
  for (const hostile of [null, 12, [], {}, { holds: 'words' }, { holds: 'challenges', challenges: [{}] }]) {
    expect(challengeSet([...contents, hostile])).toMatchObject({ ok: false, reason: 'notAChunk' });
  }
});
