import { encodeQR } from 'qr';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64url, bytesOfBase64url } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import type { LevelFact } from '#lib/journal/event.ts';
import { mostCharacters, readSnapshot, snapshotLetters, snapshotLink, type Snapshot } from './snapshot.ts';

const origin = 'https://jalon.bibliotheque-de-valbruyere.example';
const level = fc
  .record({
    area: fc.integer({ min: 1, max: 9 }),
    competence: fc.integer({ min: 0, max: 9 }),
    range: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 }),
    certainty: fc.integer({ min: 0, max: 15 }),
  })
  .map(({ area, competence, range, certainty }): LevelFact => {
    const [low = 0, middle = 0, high = 0] = range.toSorted((left, right) => left - right);
    const target = competence === 0 ? `${area}` : `${area}.${competence}`;
    return { target, level: middle, low, high, certainty: certainty / 15 };
  });
const hash = fc.integer({ min: 0, max: 0xffff });
const snapshots = fc.record({
  day: fc
    .integer({ min: 0, max: 40_000 })
    .map((day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)),
  levels: fc.array(level, { maxLength: 21 }),
  review: fc.array(hash, { maxLength: 20 }),
  seen: fc.array(hash, { maxLength: 400 }),
});
const one: Snapshot = {
  day: '2026-03-02',
  levels: [{ target: '1.2', level: 3, low: 2, high: 5, certainty: 0.6 }],
  review: [1, 65_535],
  seen: [7, 8],
};
const reasonOf = async (text: string): Promise<string> => {
  const read = await readSnapshot(text, digest);
  return read.ok ? 'read' : read.reason;
};

describe('[BK-14] a card holds levels, what is to review and what was met last', () => {
  test('what is read back is what was written, from the code and from the letters', async () => {
    await fc.assert(
      fc.asyncProperty(snapshots, async (snapshot) => {
        const read = await readSnapshot(await snapshotLink(snapshot, origin, digest), digest);
        const seen = read.ok ? read.value.seen : [];
        expect(seen).toEqual(snapshot.seen.slice(snapshot.seen.length - seen.length));
        expect(read).toEqual({ ok: true, value: { ...snapshot, seen } });
        const letters = await snapshotLetters(snapshot, digest);
        const review = snapshot.review.slice(0, 5);
        expect(await readSnapshot(letters.toLowerCase(), digest)).toEqual({
          ok: true,
          value: { ...snapshot, review, seen: [] },
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the fullest is one code of version 22, and what was met first has made room', async () => {
    const levels = Array.from({ length: 21 }, (): LevelFact => ({ ...one.levels[0]!, certainty: 1 }));
    const seen = Array.from({ length: 1_000 }, (_, index) => index);
    const review = seen.slice(0, 20);
    const link = await snapshotLink({ ...one, levels, review, seen }, origin, digest);
    expect(link.length).toBeLessThanOrEqual(mostCharacters);
    // Version 22 has 105 squares on a side.
    expect(encodeQR(link, 'raw', { ecc: 'medium', border: 1 })).toHaveLength(105 + 2);
    const read = await readSnapshot(link, digest);
    expect(read.ok && read.value.seen.at(-1)).toBe(999);
    expect(read.ok && read.value.seen.length).toBeGreaterThan(150);
    expect(
      (await snapshotLetters({ ...one, levels, review, seen }, digest)).replaceAll(' ', '').length,
    ).toBeLessThan(140);
  });
});

describe('[BK-13] what is no sound card is told apart', () => {
  test.each([
    '',
    '#',
    'bonjour',
    'https://exemple.be/join#eJzLSM3JyVcozy_KSQEAGgsEXQ',
    'BUS-VAL-347',
    '999',
    'SlM',
  ])('%s', async (text) => expect(['notACard', 'cutCard']).toContain(await reasonOf(text)));

  test('another text is none; a cut or changed one is cut; a newer one is newer', async () => {
    const link = await snapshotLink(one, origin, digest);
    const letters = await snapshotLetters(one, digest);
    expect(await reasonOf('BUS-VAL-347')).toBe('notACard');
    const payload = link.slice(link.indexOf('#') + 1);
    for (let end = 4; end < payload.length; end += 1)
      expect(await reasonOf(payload.slice(0, end))).toBe('cutCard');
    const swapped = letters.endsWith('2') ? '3' : '2';
    expect(await reasonOf(letters.slice(0, -1) + swapped)).toMatch(/cutCard|read/);
    for (let at = 6; at < letters.length - 1; at += 1) {
      if (letters[at] === ' ') continue;
      const wrong = `${letters.slice(0, at)}${letters[at] === '7' ? '8' : '7'}${letters.slice(at + 1)}`;
      expect(await reasonOf(wrong)).toBe('cutCard');
    }
    expect(await reasonOf(letters.replace(/.$/, 'U'))).toBe('cutCard');
    const newer = bytesOfBase64url(payload)!.with(2, 2);
    expect(await reasonOf(base64url(newer))).toBe('newerCard');
  });

  test('whatever the text, nothing is thrown', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((end) => `SlMB${end}`),
      fc.string().map((end) => `999G${end}`),
    );
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        expect(['notACard', 'cutCard', 'newerCard']).toContain(await reasonOf(each));
      }),
    );
  });
});
