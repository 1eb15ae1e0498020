import { encodeQR } from 'qr';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POLICIES } from '#lib/adaptive/policy.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { profileOf } from '#lib/assessment/profile.ts';
import type { EventFact, LevelFact } from '#lib/journal/event.ts';
import { avatarNames } from '#lib/ui/avatars.ts';
import { areaIds } from './board.ts';
import { glimpseLetters, printGlimpse, readGlimpse, type Doing, type Glimpse } from './glimpse.ts';
import { glimpseOf } from './glimpse-of.ts';
import { cardLetters, printCard } from './return-card.ts';

const today = '2026-03-02';
const level = (target: string, range: readonly number[], fifteenths: number): LevelFact => {
  const [low = 0, middle = 0, high = 0] = range.toSorted((left, right) => left - right);
  return { target, level: middle, low, high, certainty: fifteenths / 15 };
};
const anyLevel = (target: string) =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 0, max: 15 }),
    )
    .map(([range, fifteenths]) => level(target, range, fifteenths));
const anyTest = {
  policy: fc.constantFrom(...POLICIES),
  competence: fc.constantFrom(null, '1.1', '3.4', '5.2'),
};
const doings: fc.Arbitrary<Doing> = fc.oneof(
  fc.constant({ state: 'nothing' } as const),
  fc.tuple(fc.record(anyTest), fc.nat(255), fc.nat(255)).map(([asked, one, other]): Doing => ({
    ...{ state: 'running', ...asked, number: Math.min(one, other), length: Math.max(one, other) },
  })),
  fc
    .tuple(fc.record(anyTest), fc.tuple(...areaIds.map(anyLevel)), fc.subarray([...areaIds]))
    .map(([asked, levels, measured]): Doing => ({
      ...{ state: 'finished', ...asked },
      levels: levels.filter(({ target }) => measured.some((area) => area === target)),
    })),
);
const glimpses: fc.Arbitrary<Glimpse> = fc.record({
  session: fc.uint8Array({ minLength: 5, maxLength: 5 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  day: fc.constant(today),
  nickname: fc.constantFrom('', 'Lina', 'Zoé-Łucja', 'Маргарита', '🦊🦊🦊', ' '),
  avatar: fc.constantFrom('', ...avatarNames),
  needsHelp: fc.boolean(),
  minutes: fc.nat(0xffff),
  doing: doings,
});
const lina: Glimpse = {
  ...{ session: '0123456789', day: today, nickname: 'Lina', avatar: 'fox', needsHelp: true, minutes: 12 },
  doing: { state: 'running', policy: 'diagnostic', competence: null, number: 4, length: 10 },
};
const done: Glimpse = {
  ...lina,
  ...{ needsHelp: false, minutes: 31 },
  doing: {
    ...{ state: 'finished', policy: 'diagnostic', competence: null },
    levels: areaIds.map((area, index) => level(area, [index + 1, index + 2, index + 3], 9)),
  },
};
const golden = {
  running: 'JALON-VUE-1-04HMASW9136820G01G10010A9HMPWRB860MG',
  finished: 'JALON-VUE-1-04HMASW9136040G03W10089S694M6PAMD5JQJK39DSGWF867',
};
const reasonOf = async (text: string, day = today): Promise<string> => {
  const read = await readGlimpse(text, day, digest);
  return read.ok ? 'read' : read.reason;
};

test('[ST-13] what is read is what was shown, scanned or typed', async () => {
  await fc.assert(
    fc.asyncProperty(glimpses, async (glimpse) => {
      const code = await printGlimpse(glimpse, digest);
      for (const text of [code, glimpseLetters(code), glimpseLetters(code).toLowerCase(), ` ${code}\n`])
        expect(await readGlimpse(text, today, digest)).toEqual({ ok: true, value: glimpse });
    }),
    { numRuns: 60 },
  );
});

test('[ST-13] version 1 stays as it was first written', async () => {
  expect(await printGlimpse(lina, digest)).toBe(golden.running);
  expect(await printGlimpse(done, digest)).toBe(golden.finished);
  expect(await readGlimpse(golden.running, today, digest)).toEqual({ ok: true, value: lina });
  expect(await readGlimpse(golden.finished, today, digest)).toEqual({ ok: true, value: done });
});

test('[ST-13] the fullest code is of version 10 at most, with a medium correction; a usual one of version 4', async () => {
  const sideOf = async (glimpse: Glimpse): Promise<number> =>
    encodeQR(await printGlimpse(glimpse, digest), 'raw', { ecc: 'medium', border: 1 }).length - 2;
  // A version has 4 squares more on a side than the one before, from 21.
  const versionOf = async (glimpse: Glimpse): Promise<number> => ((await sideOf(glimpse)) - 17) / 4;
  expect(await versionOf({ ...done, nickname: '🦊'.repeat(40), minutes: 1e9 })).toBeLessThanOrEqual(10);
  expect(await versionOf(done)).toBeLessThanOrEqual(4);
});

test('[ST-13] a nickname that is too long is cut between two letters', async () => {
  const read = await readGlimpse(
    await printGlimpse({ ...lina, nickname: '🦊'.repeat(40) }, digest),
    today,
    digest,
  );
  expect(read.ok && read.value.nickname).toBe('🦊'.repeat(15));
});

const started: EventFact = {
  ...{ type: 'attempt.started', attempt: 'a1', policy: 'diagnostic', competence: null, bundle: 'socle' },
  ...{ revision: 1, engine: 1, grader: 1, seed: 's', length: 10, campaign: null, item: 'i1' },
};
const given: EventFact = {
  ...{ type: 'response.given', attempt: 'a1', item: 'i1', response: 'what was typed', outcome: 'correct' },
  ...{ score: 1, steps: 1, mistakes: [], help: 0, seconds: 42, next: 'i2' },
};
const begun = Date.UTC(2026, 2, 2, 13, 53);
const now = { at: begun + 12 * 60_000 + 5_000, offsetMinutes: 60 };
const shown = (facts: readonly EventFact[], needsHelp: boolean): Glimpse =>
  glimpseOf(
    profileOf(facts.map((fact) => ({ ...fact, at: begun, offsetMinutes: 60 }))),
    '0123456789',
    needsHelp,
    now,
  );

test('[ST-14] a code tells who, where, since when, whether help is asked, and nothing of the answers', () => {
  const named: EventFact = { type: 'learner.named', nickname: 'Lina', avatar: 'fox' };
  const { levels } = done.doing as Doing & { readonly state: 'finished' };
  const answered = [named, started, given, given, given];
  expect(shown([], true)).toEqual({
    ...{ ...lina, nickname: '', avatar: '', minutes: 0, doing: { state: 'nothing' } },
  });
  expect(shown(answered, true)).toEqual(lina);
  const completed: EventFact = { type: 'attempt.completed', attempt: 'a1', levels };
  const after = shown([...answered, completed], false);
  expect(after).toEqual({ ...done, minutes: 12 });
  expect(JSON.stringify(after)).not.toMatch(/typed|i1|a1|42|correct|socle/);
});

test('[ST-15] something else, a newer code, a slip and another day are refused, each with its reason', async () => {
  const code = await printGlimpse(lina, digest);
  const card = await printCard(new Uint8Array(16), digest);
  for (const text of ['', 'bonjour', 'WIFI:S:maison;;', 'BUS-VAL-347', card, '123'])
    expect(await reasonOf(text)).toBe('somethingElse');
  expect(await reasonOf('https://jalon.example/join#eJzLSM3JyVcozy_KSQEAGgsEXQ')).toBe('somethingElse');
  expect(await reasonOf(cardLetters(card))).toBe('damaged');
  expect(await reasonOf(code.replace('VUE-1', 'VUE-2'))).toBe('newer');
  expect(await reasonOf(code, '2026-03-03')).toBe('otherDay');
  for (let end = 'JALON-VUE-'.length; end < code.length; end += 1)
    expect(await reasonOf(code.slice(0, end))).toBe('damaged');
  for (let at = 'JALON-VUE-1-'.length; at < code.length; at += 1) {
    const other = code[at] === '7' ? '8' : '7';
    expect(await reasonOf(code.slice(0, at) + other + code.slice(at + 1))).toBe('damaged');
  }
  expect(await reasonOf(`${code.slice(0, -1)}U`)).toBe('damaged');
});

test('[ST-15] whatever the text, nothing is thrown', async () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((end) => `JALON-VUE-1-${end}`),
  );
  await fc.assert(
    fc.asyncProperty(text, async (each) => {
      expect(['somethingElse', 'newer', 'damaged']).toContain(await reasonOf(each));
    }),
  );
});
