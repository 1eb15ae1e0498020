import { expect, test } from 'vitest';
import { digest } from '#lib/base/platform/crypto.ts';
import * as registry from '#lib/challenges/registry.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { challengesByArea, type VerifiedChunk } from './challenges-by-area.ts';
import { challengeSet } from './challenge-set.ts';
import { checkSources } from './check.ts';
import { compileBundle } from './compile.ts';
import type { Manifest } from './manifest.ts';
import { readChunk } from './open-chunk.ts';
import { tinySources } from './tiny-sources.ts';
import { chunksFor } from './verify.ts';

async function revision(
  language: ContentLocale,
): Promise<{ readonly manifest: Manifest; readonly chunks: readonly VerifiedChunk[] }> {
  const { bundles, framework } = checkSources(tinySources, registry);
  const compiled = await compileBundle(bundles[0]!, framework, digest);
  const manifest = { ...compiled.manifest, revision: 1 };
  const chunks = chunksFor(manifest, language).map((entry) => ({
    entry,
    bytes: compiled.chunks.get(entry.sha256)!,
  }));
  return { manifest, chunks };
}

test.each(['fr', 'en'] as const)(
  '[CT-13] read by area or all at once, the challenges and their words in %s are the same',
  async (language) => {
    const { manifest, chunks } = await revision(language);
    const byArea = challengesByArea(manifest, chunks);
    const atOnce = challengeSet(
      chunks.map(({ bytes, entry }) => {
        const read = readChunk(bytes, entry);
        return read.ok ? read.value : undefined;
      }),
    );
    if (!byArea.ok || !atOnce.ok) throw new Error('both can be read');
    expect(byArea.value.framework).toEqual(atOnce.value.framework);
    expect(manifest.items).not.toHaveLength(0);
    for (const { id } of manifest.items) {
      const worded = atOnce.value.challenges.get(id);
      expect(worded?.language).toBe(language);
      expect(byArea.value.challenges.get(id)).toEqual(worded);
    }
    expect(byArea.value.challenges.get('1.1/unknown')).toBeUndefined();
  },
);

test('[CT-13] an area whose words cannot be read has no challenges, and a revision without a framework is refused', async () => {
  const { manifest, chunks } = await revision('fr');
  const broken = chunks.map(({ entry, bytes }) => ({
    entry,
    bytes: entry.language === null ? bytes : bytes.subarray(1),
  }));
  const read = challengesByArea(manifest, broken);
  if (!read.ok) throw new Error('the framework can be read');
  expect(read.value.challenges.get(manifest.items[0]!.id)).toBeUndefined();
  const rest = chunks.filter(({ entry }) => entry.name !== 'framework');
  expect(challengesByArea(manifest, rest)).toMatchObject({ ok: false, reason: 'noFramework' });
});
