import { afterEach, expect, test, vi } from 'vitest';
import { utf8 } from '../bytes.ts';
import { inflated } from '../compression.ts';
import { deflate } from './deflate.ts';

afterEach(() => vi.unstubAllGlobals());

test('what the platform deflates comes back, and what we deflate where it cannot', async () => {
  const plain = utf8('niveaux '.repeat(200));
  for (const isOld of [false, true]) {
    if (isOld) vi.stubGlobal('CompressionStream', undefined);
    const packed = await deflate(plain);
    expect(packed.length).toBeLessThan(60);
    expect(inflated(packed, plain.length)).toEqual(plain);
  }
});
