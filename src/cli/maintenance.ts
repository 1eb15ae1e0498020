import { resolve } from 'node:path';
import { rotateKeys } from '#lib/campaigns/server/key-rotation.ts';
import { writeBackup } from '#lib/server/backup/backup.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { keepErasures } from '#lib/server/erasures.ts';
import type { Installation } from '#lib/server/installation.ts';
import type { Settings } from '#lib/server/settings.ts';
import { eraseCampaign, eraseDevice } from '#lib/sync/server/erase.ts';
import { projectParticipations, rebuildParticipations } from '#lib/sync/server/projection.ts';
import { verifierOf } from '#lib/sync/server/verifier.ts';
import { progressBar } from './progress-bar.ts';
import { answered, refused } from './told.ts';

/** Writes a backup; the exit code. */
export async function takeBackup(
  { database, settings }: Installation,
  to: string,
  isJson: boolean,
): Promise<number> {
  const path = resolve(to);
  const written = await writeBackup(
    database,
    settings.dataDirectory,
    path,
    Date.now(),
    progressBar('backup'),
  );
  if (!written.ok) return refused(isJson, written.reason, path);
  const lines = written.value;
  return answered(isJson, `${path} holds ${lines} rows and files. It opens everything: keep it locked.`, {
    path,
    lines,
  });
}

/** Puts a backup back; the exit code. */
export async function restoreBackup(settings: Settings, from: string, isJson: boolean): Promise<number> {
  const restored = await restore(settings, resolve(from), Date.now(), progressBar('restore'));
  if (!restored.ok) return refused(isJson, restored.reason, restored.detail);
  const { rows, files, erasedAgain, epoch } = restored.value;
  const sentence = `${rows} rows and ${files} files are back, ${erasedAgain} erasures were done again. The server is in epoch ${epoch}.`;
  return answered(isJson, sentence, { ...restored.value });
}

/** Makes the participations again; the exit code. */
export async function rebuild({ database, settings }: Installation, isJson: boolean): Promise<number> {
  const verifier = verifierOf(settings.dataDirectory);
  const events = await rebuildParticipations(database, verifier, progressBar('rebuild'));
  return answered(isJson, `the participations were made again from ${events} events`, { events });
}

/** Gives an organisation new keys; the exit code. */
export async function newKeys(
  { database, keys }: Installation,
  organisation: string,
  isJson: boolean,
): Promise<number> {
  const rotated = await rotateKeys(database, organisation, keys.root.sign, Date.now());
  if (!rotated.ok) return refused(isJson, rotated.reason, organisation);
  const cards = rotated.value;
  const sentence = `${organisation} has new keys, and ${cards} cards were issued anew: print their posters again. Earlier cards still work.`;
  return answered(isJson, sentence, { organisation, cards });
}

/** Erases what a device sent or what a campaign received; the exit code. */
export async function erase(
  { database, settings }: Installation,
  { organisation, device, campaign }: { organisation: string; device?: string; campaign?: string },
  isJson: boolean,
): Promise<number> {
  // What came in and is not shown yet is erased too.
  await projectParticipations(database, verifierOf(settings.dataDirectory));
  const now = Date.now();
  const erased =
    device === undefined
      ? await eraseCampaign(database, organisation, campaign ?? '', now)
      : await eraseDevice(database, organisation, device, now);
  await keepErasures(database, settings.dataDirectory, now);
  if (erased === 0) return refused(isJson, 'nothingThere', device ?? campaign);
  return answered(
    isJson,
    `erased ${erased} ${device === undefined ? 'sendings' : 'events'}; backups taken before still hold them`,
    { erased },
  );
}
