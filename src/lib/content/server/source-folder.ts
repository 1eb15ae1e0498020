import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { BinaryFile, SourceFiles } from '../authored.ts';
import { clipLanguage } from '../clip.ts';
import { isPictureName, longestPicture } from '../picture.ts';

/**
 * Every file of a source folder by its path inside it, with `/` between names; hidden files are left out. Texts,
 * pictures and recordings are read; of one that is far too large, and of any other file, only the length.
 */
export async function readSources(folder: string): Promise<SourceFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string | BinaryFile>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const inside = path.slice(join(folder, sep).length).split(sep).join('/');
    files.set(inside, /\.(yaml|md)$/.test(path) ? await readFile(path, 'utf8') : await readBinary(path));
  }
  return files;
}

async function readBinary(path: string): Promise<BinaryFile> {
  const { size } = await stat(path);
  const name = basename(path);
  const isUsed = isPictureName(name) || clipLanguage(name) !== undefined;
  if (!isUsed || size > longestPicture) return { length: size, bytes: undefined };
  const bytes = new Uint8Array(await readFile(path));
  return { length: bytes.length, bytes };
}
