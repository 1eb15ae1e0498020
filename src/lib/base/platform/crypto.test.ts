import { expect, test } from 'vitest';
import { utf8 } from '../bytes.ts';
import { generateStoredSigningKey, signerOfJwk, verify } from './crypto.ts';
import { generateStoredSealingKey, openerOfJwk, seal } from './sealing.ts';

test('a signature verifies under its own key and message only', async () => {
  const pair = await generateStoredSigningKey();
  const other = await generateStoredSigningKey();
  const signature = await (await signerOfJwk(pair.privateJwk))(utf8('message'));
  expect(signature.length).toBe(64);
  expect(await verify(pair.publicKey, utf8('message'), signature)).toBe(true);
  expect(await verify(pair.publicKey, utf8('massage'), signature)).toBe(false);
  expect(await verify(other.publicKey, utf8('message'), signature)).toBe(false);
  expect(await verify(new Uint8Array(3), utf8('message'), signature)).toBe(false);
});

test('what is sealed opens with the key and the context it was sealed to', async () => {
  const pair = await generateStoredSealingKey();
  const other = await generateStoredSealingKey();
  const sealed = await seal(pair.publicKey, utf8('five levels'), utf8('context'));
  const open = await openerOfJwk(pair.privateJwk);
  expect(await open(sealed, utf8('context'))).toEqual(utf8('five levels'));
  expect(await open(sealed, utf8('another'))).toBeUndefined();
  expect(await (await openerOfJwk(other.privateJwk))(sealed, utf8('context'))).toBeUndefined();
});
