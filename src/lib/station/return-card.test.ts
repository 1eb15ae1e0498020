import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '#lib/base/platform/crypto.ts';
import { cardBytes, cardIdOf, cardLetters, printCard, readCard } from './return-card.ts';

const secret = Uint8Array.from({ length: cardBytes }, (_, index) => index * 17);
const reasonOf = async (text: string): Promise<string> => {
  const read = await readCard(text, digest);
  return read.ok ? 'read' : read.reason;
};

test('[ST-3] a card is read back, scanned or typed, whatever its bits', async () => {
  const bytes = fc.uint8Array({ minLength: cardBytes, maxLength: cardBytes });
  await fc.assert(
    fc.asyncProperty(bytes, async (bits) => {
      const card = await printCard(bits, digest);
      for (const text of [card, cardLetters(card), cardLetters(card).toLowerCase(), ` ${card}\n`])
        expect(await readCard(text, digest)).toEqual({ ok: true, value: bits });
    }),
  );
});

test('[ST-3] letters that look alike are taken for one another', async () => {
  const letters = cardLetters(await printCard(secret, digest));
  expect(await reasonOf(letters.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe('read');
});

test('[ST-3] something else, a newer card and a slip are refused, each with its reason', async () => {
  const card = await printCard(secret, digest);
  for (const text of ['', 'bonjour', 'https://jalon.example/join#abc', 'WIFI:S:maison;;'])
    expect(await reasonOf(text)).toBe('notACard');
  expect(await reasonOf(card.replace('CARTE-1', 'CARTE-2'))).toBe('newerCard');
  expect(await reasonOf(card.slice(0, -1))).toBe('mistypedCard');
  const letters = cardLetters(card).replaceAll(' ', '');
  const other = letters.startsWith('Z') ? 'Y' : 'Z';
  expect(await reasonOf(other + letters.slice(1))).toBe('mistypedCard');
  expect(await reasonOf(`U${letters.slice(1)}`)).toBe('mistypedCard');
});

test('[ST-3] what a device keeps of a card tells cards apart and is none of their letters', async () => {
  const id = await cardIdOf(secret, digest);
  expect(id).not.toBe(
    await cardIdOf(
      secret.map((byte) => byte ^ 1),
      digest,
    ),
  );
  expect(id).toMatch(/^[0-9a-f]{32}$/);
});
