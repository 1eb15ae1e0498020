import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { base64url } from '#lib/base/bytes.ts';
import { randomBytes } from '#lib/base/platform/crypto.ts';
import { drawnCode, joinAddress } from './join-code.ts';

const SCALE = 4;

test('the drawing of a whole card is read back by a camera', () => {
  const address = joinAddress('https://jalon.valbruyere.example', base64url(randomBytes(780)));
  const { side, path } = drawnCode(address);
  expect(decodeQR(pictureOf(side, path))).toBe(address);
  // Squares of a millimetre on the poster: what an old phone still reads at arm's length.
  expect(side - 8).toBeLessThanOrEqual(125);
});

function pictureOf(side: number, path: string) {
  const width = side * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, left, top, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let y = Number(top) * SCALE; y < (Number(top) + 1) * SCALE; y += 1) {
      const from = y * width + Number(left) * SCALE;
      for (let x = from; x < from + Number(run) * SCALE; x += 1) data.fill(0, x * 4, x * 4 + 3);
    }
  }
  return { width, height: width, data };
}
