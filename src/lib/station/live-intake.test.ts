import { expect, test } from 'vitest';
import { digest } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { printGlimpse, readGlimpse, type Glimpse } from './glimpse.ts';
import { intake, type Take } from './live-intake.ts';

const today = '2026-03-02';
const lina: Glimpse = {
  ...{ session: '0123456789', day: today, nickname: 'Lina', avatar: 'fox', needsHelp: false, minutes: 12 },
  doing: { state: 'running', policy: 'diagnostic', competence: null, number: 4, length: 10 },
};
const omar: Glimpse = { ...lina, session: 'aaaaaaaaaa', nickname: 'Omar' };
const codeOf = (glimpse: Glimpse): Promise<string> => printGlimpse(glimpse, digest);

/** One link: what was kept of it, and what was told. */
function link() {
  const kept: string[] = [];
  const told: string[] = [];
  const take: Take<'somethingElse' | 'newer' | 'damaged' | 'otherDay'> = async (text, only) => {
    const read = await readGlimpse(text, today, digest);
    if (!read.ok) return read;
    const { session, nickname, doing } = read.value;
    if (only !== undefined && session !== only) return refusal('somethingElse');
    kept.push(`${nickname} ${doing.state === 'running' ? doing.number : doing.state}`);
    return success(session);
  };
  const hear = intake(take, (taken: Result<string, string>) =>
    told.push(taken.ok ? taken.value : taken.reason),
  );
  return { kept, told, hear };
}

test('[ST-20] what comes over a link is what a code shows, and is taken in as one', async () => {
  const { kept, told, hear } = link();
  await hear(await codeOf(lina));
  await hear(await codeOf({ ...lina, doing: { state: 'nothing' } }));
  expect(kept).toEqual(['Lina 4', 'Lina nothing']);
  expect(told).toEqual([lina.session, lina.session]);
});

test('[ST-20] another person, another day, and what is no code end the link, and nothing of it is written', async () => {
  const code = await codeOf(lina);
  const bad = [
    [await codeOf(omar), 'somethingElse'],
    [await codeOf({ ...lina, day: '2026-03-03' }), 'otherDay'],
    ['', 'somethingElse'],
    [code.slice(0, -1), 'damaged'],
    [code.replace('VUE-1', 'VUE-2'), 'newer'],
    [code.padEnd(401), 'damaged'],
    ['x'.repeat(1e6), 'damaged'],
  ] as const;
  for (const [text, reason] of bad) {
    const { kept, told, hear } = link();
    for (const each of [code, text, code]) await hear(each);
    expect(told).toEqual([lina.session, reason]);
    expect(kept).toEqual(['Lina 4']);
  }
});

test('[ST-20] who sends faster than can be kept is kept as they stand at last, however much was sent', async () => {
  const { kept, hear } = link();
  const codes = await Promise.all(
    Array.from({ length: 200 }, (_, number) =>
      codeOf({
        ...lina,
        doing: { state: 'running', policy: 'flash', competence: null, number, length: 200 },
      }),
    ),
  );
  await Promise.all(codes.map(hear));
  expect(kept).toEqual(['Lina 0', 'Lina 199']);
});
