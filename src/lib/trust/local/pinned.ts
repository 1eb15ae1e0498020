import * as v from 'valibot';
import { verify } from '#lib/base/platform/crypto.ts';
import { refusal, type Result } from '#lib/base/result.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { openInstallation, type Installation, type InstallationRefusal } from '../installation.ts';

/** The name that the pinned installation is kept by. */
export const installationName = 'installation';
const signedSchema = v.object({ body: v.string(), signature: v.string() });

/** The installation whose root this device pinned; undefined before the first visit with a network. */
export async function pinnedInstallation(database: LocalDatabase): Promise<Installation | undefined> {
  const kept = v.safeParse(signedSchema, (await database.kept.get(installationName))?.value);
  if (!kept.success) return undefined;
  const opened = await openInstallation(kept.output, undefined, verify);
  return opened.ok ? opened.value : undefined;
}

/**
 * Pins what an installation says of itself: the root at the first visit, later only what the same root signed. Refused
 * when it is forged or of another root; what was pinned stays then.
 */
export async function pinInstallation(
  database: LocalDatabase,
  received: unknown,
): Promise<Result<Installation, InstallationRefusal>> {
  const signed = v.safeParse(signedSchema, received);
  if (!signed.success) return refusal('notAnInstallation');
  const pinned = await pinnedInstallation(database);
  const opened = await openInstallation(signed.output, pinned?.root, verify);
  if (opened.ok) await database.kept.put({ name: installationName, value: signed.output });
  return opened;
}

const timesName = 'knownTimes';
const timesSchema = v.record(v.string(), v.number());

/** The latest time that each organisation's receipts have proved to this device (UTC milliseconds): one never speaks for another. */
export async function knownTimes(database: LocalDatabase): Promise<Readonly<Record<string, number>>> {
  const kept = v.safeParse(timesSchema, (await database.kept.get(timesName))?.value);
  return kept.success ? kept.output : {};
}

/** Keeps a time that an organisation's receipt proved, when it is later than the last. */
export async function noteTime(database: LocalDatabase, organisation: string, time: number): Promise<void> {
  const times = await knownTimes(database);
  if ((times[organisation] ?? 0) >= time) return;
  await database.kept.put({ name: timesName, value: { ...times, [organisation]: time } });
}
