import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseEvent } from '#lib/journal/event.ts';
import { profileOf } from './profile.ts';

test('[AS-6] a journal that version 1 wrote replays for ever to the same profile', () => {
  const lines = readFileSync('tests/golden/journal-1.jsonl', 'utf8').trim().split('\n');
  const events = lines.flatMap((line) => parseEvent(line) ?? []);
  expect(events).toHaveLength(lines.length);
  expect(profileOf(events)).toMatchObject({
    nickname: 'Zoé',
    avatar: 'fox',
    ageBand: '13-14',
    isGuardianAgreed: true,
    campaigns: [{ organisation: '0011223344556677', campaign: '01020304' }],
    pendingCode: 'BUSVAL347',
    attempts: [
      {
        id: 'a1',
        status: 'completed',
        current: null,
        levels: [{ target: '1', level: 2 }],
        responses: [{ mistakes: ['sunday'], help: 1 }, { outcome: 'skipped' }],
      },
    ],
    consents: [{ outbox: 'o1', status: 'withdrawn', withdrawal: 'o2' }],
  });
});
