import { expect, test } from 'vitest';
import type { JournalEvent } from './event.ts';
import type { EventStore } from './event-store.ts';

/** The rules that every store of journals keeps; each implementation registers itself here. */
export function eventStoreContract(name: string, make: () => EventStore): void {
  const event = (nickname: string): JournalEvent => ({
    type: 'learner.named',
    nickname,
    avatar: 'fox',
    at: 1,
    offsetMinutes: 60,
  });

  test(`[JN-1] ${name}: what is appended is read back in order, with a dense sequence`, async () => {
    const store = make();
    expect(await store.append('l', 0, [event('a'), event('b')])).toEqual({ ok: true, value: 2 });
    expect(await store.append('l', 2, [event('c')])).toEqual({ ok: true, value: 3 });
    expect(await store.read('l')).toEqual({ events: [event('a'), event('b'), event('c')], head: 3 });
  });

  test(`[JN-2] ${name}: of two writers from one head, one writes and the other is told`, async () => {
    const store = make();
    const both = await Promise.all([store.append('l', 0, [event('a')]), store.append('l', 0, [event('b')])]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.find((each) => !each.ok)).toMatchObject({ reason: 'headMoved' });
    expect((await store.read('l')).head).toBe(1);
  });

  test(`[JN-3] ${name}: one learner's journal is never another's`, async () => {
    const store = make();
    await store.append('l', 0, [event('a')]);
    expect(await store.read('m')).toEqual({ events: [], head: 0 });
    expect(await store.append('m', 0, [event('b')])).toEqual({ ok: true, value: 1 });
  });
}
