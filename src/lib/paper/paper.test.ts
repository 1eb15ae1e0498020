import { describe, expect, test } from 'vitest';
import { seededRandom, shuffled } from '#lib/base/random.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { decide, startAttempt } from '#lib/assessment/decide.ts';
import { profileOf, runningAttempt } from '#lib/assessment/profile.ts';
import { questionOf } from '#lib/assessment/question.ts';
import * as registry from '#lib/challenges/registry.ts';
import { bankOf } from '#lib/content/bank.ts';
import { challengeSet, type ChallengeSet } from '#lib/content/challenge-set.ts';
import { checkSources } from '#lib/content/check.ts';
import { compileBundle } from '#lib/content/compile.ts';
import type { Manifest } from '#lib/content/manifest.ts';
import { openChunk } from '#lib/content/open-chunk.ts';
import { readSources } from '#lib/content/server/source-folder.ts';
import { chunksFor } from '#lib/content/verify.ts';
import type { EventFact } from '#lib/journal/event.ts';
import { formCodeOf, printFormCode, readFormCode } from './form-code.ts';
import { formLetters, isPaperKind, paperForm, printedOrder, type PaperKind } from './form.ts';
import { keyedAttempt, responseOf } from './keyed-attempt.ts';

const { bundles, framework } = checkSources(await readSources('content-bundles'), registry);
const compiled = await compileBundle(bundles[0]!, framework, digest);
const manifest: Manifest = { ...compiled.manifest, revision: 12 };
const content = await contentIn('fr');
const bank = bankOf(manifest.items, framework);
const formA = paperForm('A', manifest.items)!;

async function contentIn(language: 'fr' | 'en'): Promise<ChallengeSet> {
  const chunks = await Promise.all(
    chunksFor(manifest, language).map(async (entry) => {
      const opened = await openChunk(compiled.chunks.get(entry.sha256)!, entry, digest);
      if (!opened.ok) throw new Error(opened.reason);
      return opened.value;
    }),
  );
  const set = challengeSet(chunks);
  if (!set.ok) throw new Error(set.reason);
  return set.value;
}

const areaOf = ({ competence }: { readonly competence: string }): string => competence.split('.')[0]!;

describe.each(formLetters)('form %s', (letter) => {
  const form = paperForm(letter, manifest.items)!;

  test('[PA-1] is chosen by the items alone, two in each area, the easy ones first', () => {
    expect(form).toHaveLength(10);
    expect(form.map(areaOf)).toEqual(['1', '2', '3', '4', '5', '1', '2', '3', '4', '5']);
    const mixed = shuffled(manifest.items, seededRandom('mixed'));
    expect(paperForm(letter, mixed)).toEqual(form);
    for (const place of [0, 1, 2, 3, 4]) {
      expect(form[place]!.level).toBeLessThanOrEqual(2);
      expect(form[place + 5]!.level).toBeGreaterThan(form[place]!.level);
    }
    const ids = new Set(form.map(({ id }) => id));
    expect(form.filter(({ enemies }) => enemies.some((enemy) => ids.has(enemy)))).toEqual([]);
  });

  test('[PA-2] asks only what can be ticked, and each option has words', () => {
    for (const { id, kind } of form) {
      expect(isPaperKind(kind)).toBe(true);
      const { challenge, texts } = content.challenges.get(id)!;
      const { options } = challenge.params as { options: { text: string }[] };
      for (const { text } of options) expect(texts.texts[text.slice(1)]).toBeDefined();
    }
  });
});

test('[PA-2] no question is in both forms, and there is no form without enough of them', () => {
  const all = formLetters.flatMap((letter) => paperForm(letter, manifest.items)!.map(({ id }) => id));
  expect(new Set(all).size).toBe(20);
  expect(paperForm('A', [])).toBeUndefined();
  const withoutFirstArea = manifest.items.filter((item) => areaOf(item) !== '1');
  expect(paperForm('A', withoutFirstArea)).toBeUndefined();
  expect(paperForm('B', [...formA])).toBeUndefined();
});

test('[PA-3] options stand in an order of their own, whichever is right', () => {
  const places = new Set<number>();
  for (const letter of formLetters) {
    for (const { id, kind } of paperForm(letter, manifest.items)!) {
      const params = content.challenges.get(id)!.challenge.params as {
        options: { id: string }[];
        answer: string;
      };
      const printed = printedOrder(id, params.options);
      expect(printedOrder(id, params.options)).toEqual(printed);
      expect(printed.map((option) => option.id).sort()).toEqual(params.options.map(({ id }) => id).sort());
      if (kind === 'single-choice') places.add(printed.findIndex((option) => option.id === params.answer));
    }
  }
  // The right one stands first here, last there.
  expect(places.size).toBeGreaterThan(2);
});

describe('[PA-4] a code', () => {
  const code = formCodeOf('A', manifest, content)!;

  test('says its letter and revision, and is read as people write it', () => {
    const printed = printFormCode(code);
    expect(printed).toMatch(/^A12-[A-Z3-9]{4}$/);
    expect(readFormCode(printed)).toEqual(code);
    expect(readFormCode(` ${printed.toLowerCase().replace('-', ' ')} `)).toEqual(code);
    expect(readFormCode(printed.replace('-', ''))).toEqual(code);
  });

  test('is none when it is something else', () => {
    for (const typed of ['', 'A', 'A12', 'C12-ACDE', 'A0-ACDE', 'A12-ACD', '12-ACDE', 'BUSVAL347', '🦊'])
      expect(readFormCode(typed), typed).toBeUndefined();
  });

  test('[PA-5] is the same in each language and in a revision that leaves its questions alone, and no other where one changed', async () => {
    expect(formCodeOf('A', manifest, await contentIn('en'))).toEqual(code);
    expect(formCodeOf('A', { ...manifest, revision: 13 }, content)).toEqual({ ...code, revision: 13 });
    expect(formCodeOf('B', manifest, content)?.check).not.toBe(code.check);
    const [{ id }] = formA;
    const worded = content.challenges.get(id)!;
    const params = { ...(worded.challenge.params as object), answer: 'other' };
    const changed = {
      get: (asked: string) =>
        asked === id
          ? { ...worded, challenge: { ...worded.challenge, params } }
          : content.challenges.get(asked),
    };
    expect(formCodeOf('A', manifest, { ...content, challenges: changed })?.check).not.toBe(code.check);
  });
});

const start = { attempt: 'p1', seed: 's', bundle: 'socle', revision: 12, campaign: null };
const moment = { at: 1_790_000_000_000, offsetMinutes: 60 };
const grade = (item: string, response: Parameters<typeof decide>[1]['response']) =>
  questionOf(content.challenges.get(item)!)!.grade(response);

/** The sheet of somebody who is right where `isRight` says so, and ticks nothing elsewhere. */
function sheet(isRight: (place: number) => boolean) {
  return formA.map(({ id, kind }, place) => {
    const params = content.challenges.get(id)!.challenge.params as { answer?: string; answers?: string[] };
    const ticked = params.answers ?? [params.answer!];
    return { id, response: isRight(place) ? responseOf(kind as PaperKind, ticked) : undefined };
  });
}

describe('[PA-6] what is keyed in', () => {
  test('is the attempt that the same answers given one by one would be', () => {
    const form = sheet((place) => place % 3 !== 1);
    const keyed = keyedAttempt(start, form, grade, bank, moment);
    const choice = { policy: 'paper', competence: null, form: form.map(({ id }) => id) } as const;
    const begun = startAttempt({ ...start, ...choice }, bank, () => true);
    const facts: EventFact[] = begun.ok ? [...begun.value] : [];
    for (const { response } of form) {
      const attempt = runningAttempt(profileOf(facts.map((fact) => ({ ...fact, ...moment }))))!;
      const given = { response: response ?? null, isSkipped: response === undefined, at: moment.at };
      facts.push(...decide(attempt, { ...given, help: 0, seconds: 0 }, grade, bank, () => true));
    }
    expect(keyed).toEqual({ ok: true, value: facts });
    expect(facts.map(({ type }) => type)).toEqual([
      'attempt.started',
      ...Array<string>(10).fill('response.given'),
      'attempt.completed',
    ]);
    const [attempt] = profileOf(facts.map((fact) => ({ ...fact, ...moment }))).attempts;
    expect(attempt).toMatchObject({ policy: 'paper', status: 'completed', length: 10, current: null });
    expect(attempt!.levels.map(({ target }) => target)).toEqual(['1', '2', '3', '4', '5']);
    expect(attempt!.responses.map(({ outcome }) => outcome === 'correct')).toEqual(
      form.map(({ response }) => response !== undefined),
    );
  });

  test('who ticks what is right stands higher', () => {
    const mean = (isRight: (place: number) => boolean): number => {
      const keyed = keyedAttempt(start, sheet(isRight), grade, bank, moment);
      const end = keyed.ok ? keyed.value.at(-1) : undefined;
      if (end?.type !== 'attempt.completed') throw new Error('no end');
      return end.levels.reduce((sum, { level }) => sum + level, 0) / end.levels.length;
    };
    expect(mean(() => true)).toBeGreaterThan(mean((place) => place < 5));
    expect(mean((place) => place < 5)).toBeGreaterThan(mean((place) => place === 0));
  });

  test('two ticks where one is asked for say nothing', () => {
    expect(responseOf('single-choice', ['a', 'b'])).toBeUndefined();
    expect(responseOf('single-choice', ['a'])).toEqual({ choice: 'a' });
    expect(responseOf('multiple-choice', ['a', 'b'])).toEqual({ choices: ['a', 'b'] });
    expect(responseOf('multiple-choice', [])).toBeUndefined();
  });
});

test('[PA-7] an empty sheet, or a question that is not here, makes no attempt', () => {
  const empty = keyedAttempt(
    start,
    sheet(() => false),
    grade,
    bank,
    moment,
  );
  expect(empty).toMatchObject({ ok: false, reason: 'nothingTicked' });
  const items = bank.items.filter(({ id }) => id !== formA[4]!.id);
  const lacking = keyedAttempt(
    start,
    sheet(() => true),
    grade,
    { ...bank, items },
    moment,
  );
  expect(lacking).toMatchObject({ ok: false, reason: 'noItem' });
  const short = keyedAttempt(start, sheet(() => true).slice(1), grade, bank, moment);
  expect(short).toMatchObject({ ok: false, reason: 'noItem' });
});
