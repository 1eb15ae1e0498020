import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SourceFiles } from '../authored.ts';

/** Every file of a source folder by its path inside it, with `/` between names; hidden files are left out. */
export async function readSources(folder: string): Promise<SourceFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const inside = path.slice(join(folder, sep).length).split(sep).join('/');
    files.set(inside, await readFile(path, 'utf8'));
  }
  return files;
}
