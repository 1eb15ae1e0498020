import { expect, test } from 'vitest';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import { generateBoxKey, lockUnder } from '#lib/base/platform/secret-box.ts';
import { slowRounds, unwrap, wrap } from './person-keys.ts';

const plain = randomBytes(32);
const rounds = 1_000;

test('[ST-1] what is locked opens with the same secret only', async () => {
  const code = { kind: 'remembered', text: 'sun moon star leaf' } as const;
  const card = { kind: 'card', bytes: randomBytes(16) } as const;
  const none = { kind: 'none' } as const;
  for (const secret of [code, card, none])
    expect(await unwrap(await wrap(plain, secret, rounds), secret)).toEqual(plain);
  const coded = await wrap(plain, code, rounds);
  expect(await unwrap(coded, { kind: 'remembered', text: 'moon sun star leaf' })).toBeUndefined();
  expect(await unwrap(coded, card)).toBeUndefined();
  // The device alone reaches the outer lock only: what is under it is no key of a journal.
  expect(await unwrap(coded, none)).not.toEqual(plain);
});

test('[ST-1] another device, with the right secret, opens nothing; the key of this one cannot be taken out', async () => {
  const code = { kind: 'remembered', text: 'sun moon star leaf' } as const;
  const wrapped = await wrap(plain, code, rounds);
  const elsewhere = { ...wrapped, deviceKey: await generateBoxKey() };
  await expect(unwrap(elsewhere, code)).rejects.toThrow();
  expect(wrapped.deviceKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', wrapped.deviceKey)).rejects.toThrow();
  expect(await lockUnder(wrapped.deviceKey, plain, plain)).not.toEqual(
    await lockUnder(wrapped.deviceKey, plain, plain),
  );
});

test('[ST-1] a secret that is remembered goes through 600,000 rounds at least', async () => {
  expect(slowRounds).toBeGreaterThanOrEqual(600_000);
  expect((await wrap(plain, { kind: 'remembered', text: 'x' })).iterations).toBe(slowRounds);
});
