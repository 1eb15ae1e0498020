import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a file aside, to the disk, then names it, and its name to the disk too: a power cut leaves all of it or none. */
export async function written(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const aside = join(folder, `${name}.new`);
  const file = await open(aside, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, join(folder, name));
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
