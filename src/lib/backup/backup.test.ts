import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { utf8 } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { missingEvents, readBackup, writeBackup, type Backup } from './backup.ts';

const backup: Backup = {
  learner: 'l1',
  madeAt: 1_772_000_000_000,
  events: ['{"a":1}', '{"b":"é"}', '{"c":3}'].map(utf8),
  parcels: [
    {
      ...{ organisation: 'o', device: 'd', from: 1, to: 3 },
      ...{ head: Uint8Array.of(1, 2), bytes: Uint8Array.of(0, 255, 7) },
    },
  ],
  cards: [{ organisation: 'o', campaign: 'c', code: 'ABC', text: 'card' }],
  slips: [
    {
      ...{ outbox: 'x', organisation: 'o', campaign: 'c', device: 'd' },
      ...{ epoch: 1, consent: 2, signature: Uint8Array.of(5, 6) },
    },
  ],
};
const reasonOf = async (file: string): Promise<string> => {
  const read = await readBackup(file, digest);
  return read.ok ? 'read' : read.reason;
};

describe('[BK-1] what is read back is what was written, byte for byte', () => {
  test('events, parcels, cards and slips', async () => {
    expect(await readBackup(await writeBackup(backup, digest), digest)).toEqual({ ok: true, value: backup });
  });

  test('whatever the bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 20 }), async (events) => {
        const read = await readBackup(await writeBackup({ ...backup, events }, digest), digest);
        expect(read.ok && read.value.events).toEqual(events);
      }),
    );
  });
});

test('[BK-9] what version 1 wrote is read for ever', async () => {
  const file = readFileSync('tests/golden/backup-1.json', 'utf8');
  expect(await readBackup(file, digest)).toEqual({ ok: true, value: { ...backup, slips: [] } });
});

describe('[BK-2] what is no sound backup is refused with its reason', () => {
  test.each(['', 'bonjour', '{}', '[1]', 'null', '<html></html>', '{"jalon":"card","version":1}'])(
    'no backup: %s',
    async (file) => expect(await reasonOf(file)).toBe('notABackup'),
  );

  test('cut at any place', async () => {
    const file = await writeBackup(backup, digest);
    for (let end = 20; end < file.length; end += 1)
      expect(['cutShort', 'changedBackup']).toContain(await reasonOf(file.slice(0, end)));
    expect(await reasonOf(file.slice(0, file.length / 2))).toBe('cutShort');
  });

  test('changed, in its content or in its digest', async () => {
    const file = await writeBackup(backup, digest);
    expect(await reasonOf(file.replace('"learner":"l1"', '"learner":"l2"'))).toBe('changedBackup');
    expect(await reasonOf(file.replace(/"sha256":"./, '"sha256":"g'))).toBe('changedBackup');
    expect(await reasonOf(file.replace('"content"', '"contents"'))).toBe('changedBackup');
    expect(await reasonOf(file.replace('},{', '}{'))).toMatch(/changedBackup|read/);
  });

  test('of a newer version', async () => {
    const file = await writeBackup(backup, digest);
    expect(await reasonOf(file.replace('"version":2', '"version":3'))).toBe('newerBackup');
  });
});

describe('[BK-3] only what is missing is added', () => {
  test('all of it in an empty journal, whoever it is of', () => {
    expect(missingEvents({ learner: 'other', events: [] }, backup)).toEqual({
      ok: true,
      value: backup.events,
    });
  });

  test('the end, where the beginning is here; nothing where all is, or more', () => {
    const first = { learner: 'l1', events: backup.events.slice(0, 1) };
    expect(missingEvents(first, backup)).toEqual({ ok: true, value: backup.events.slice(1) });
    expect(missingEvents(backup, backup)).toEqual({ ok: true, value: [] });
    const more = { learner: 'l1', events: [...backup.events, utf8('{"d":4}')] };
    expect(missingEvents(more, backup)).toEqual({ ok: true, value: [] });
  });
});

test('[BK-4] two journals are never mixed', () => {
  const events = [utf8('{"x":1}')];
  expect(missingEvents({ learner: 'l2', events }, backup)).toMatchObject({ reason: 'otherPerson' });
  expect(missingEvents({ learner: 'l1', events }, backup)).toMatchObject({ reason: 'otherWay' });
});
