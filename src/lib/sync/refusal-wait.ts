import type { ParcelRefusal } from './wire.ts';

const minuteMs = 60_000;
/** The longest wait before something is tried again, in milliseconds. */
export const longestWaitMs = 24 * 3_600_000;
/** An organisation may still be opened on the server, or its keys be put back. */
const passing: ReadonlySet<ParcelRefusal['reason']> = new Set(['unknownOrganisation', 'unknownKey']);

/** Whether the very same parcel may be taken later by a server that refused it. */
export function mayPass({ reason }: ParcelRefusal): boolean {
  return passing.has(reason);
}

/** How long to wait before a parcel is sent again that was not taken so many times (milliseconds): twice as long each time, a day at most. */
export function waitMs(times: number): number {
  return Math.min(longestWaitMs, minuteMs * 2 ** Math.min(times, 20));
}
