import { expect, test } from 'vitest';
import { utf8 } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { readBackup, writeBackup, type Backup } from '../backup.ts';
import { lockWith, unlockWith } from './passphrase.ts';

// Long enough that chance does not write them in what was locked.
const backup: Backup = {
  learner: '3f81c0d2a96b47e5',
  madeAt: 1_772_000_000_000,
  events: ['{"nickname":"Marie-Christine"}'].map(utf8),
  ...{ parcels: [], cards: [], slips: [] },
};
const passphrase = 'trois pommes à Éghezée';
const reasonOf = async (file: string, typed?: string): Promise<string> => {
  const read = await readBackup(file, digest, typed === undefined ? undefined : unlockWith(typed));
  return read.ok ? 'read' : read.reason;
};

test('[BK-7] a locked file says how it was locked, and nothing of what it holds', async () => {
  const plain = await writeBackup(backup, digest);
  expect(await reasonOf(plain)).toBe('read');
  const file = await writeBackup(backup, digest, lockWith(passphrase));
  const { lock, content } = JSON.parse(file) as {
    readonly lock: Readonly<Record<string, unknown>>;
    readonly content: string;
  };
  expect(lock).toMatchObject({ kdf: 'PBKDF2-SHA-256', cipher: 'AES-256-GCM', iterations: 600_000 });
  for (const secret of ['Marie-Christine', backup.learner, 'learner', 'events'])
    expect(file).not.toContain(secret);
  expect(content).not.toBe(
    (JSON.parse(await writeBackup(backup, digest, lockWith(passphrase))) as typeof lock)['content'],
  );
  // Fewer rounds than the least are no lock of ours.
  expect(await reasonOf(file.replace('600000', '1000'), passphrase)).toBe('changedBackup');
});

test('[BK-8] without the passphrase, with another, cut or changed, each has its reason', async () => {
  const file = await writeBackup(backup, digest, lockWith(passphrase));
  expect(await readBackup(file, digest, unlockWith(passphrase))).toEqual({ ok: true, value: backup });
  expect(await reasonOf(file, `  ${passphrase.normalize('NFD').replace(' ', '  ')} `)).toBe('read');
  expect(await reasonOf(file)).toBe('needsPassphrase');
  expect(await reasonOf(file, 'trois poires à Éghezée')).toBe('wrongPassphrase');
  expect(await reasonOf(file, '')).toBe('wrongPassphrase');
  expect(await reasonOf(file.slice(0, -60), passphrase)).toBe('cutShort');
  expect(await reasonOf(file.replace(/"content":"./, '"content":"_'), passphrase)).toBe('changedBackup');
  expect(await reasonOf(file.replace('600000', '600001'), passphrase)).toBe('wrongPassphrase');
  expect(await reasonOf(file.replace('"version":2', '"version":3'), passphrase)).toBe('newerBackup');
});
