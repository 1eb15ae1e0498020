import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A browser as Playwright starts it. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const modules = join(import.meta.dirname, '..', 'node_modules');
const packed = join(modules, '@sparticuz', 'chromium');

// Chromium refuses its sandbox to root and in many containers; only pages of this application are opened.
const args = ['--no-sandbox'];

/**
 * The browser that tests run in: the one that `CHROMIUM_PATH` names, or this machine's, or the one in the npm package.
 * Rejects when `CHROMIUM_PATH` leads nowhere, and when there is no browser here and the package has none for this system.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && !existsSync(named))
    throw new Error(`There is no browser at CHROMIUM_PATH, ${named}.`);
  const executablePath = named ?? installed.find((path) => existsSync(path));
  if (executablePath !== undefined) return { executablePath, args, env: environment({}) };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found: give the path of a Chromium or a Chrome in CHROMIUM_PATH.');
  }
  return unpacked();
}

/** The package's browser, unpacked once with the libraries and the fonts that a bare machine lacks. */
async function unpacked(): Promise<Browser> {
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const libraries = join(folder, 'al2023', 'lib');
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: environment({ LD_LIBRARY_PATH: libraries, ...fonts }),
  };
}

/** Unpacks beside, then renames, so that a folder which is there is whole. */
async function unpack(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(`${folder}-`);
  // The package unpacks into the folder for temporary files, wherever that is.
  process.env['TMPDIR'] = beside;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(packed, 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await writeFile(
    join(beside, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
  );
  try {
    await rename(beside, folder);
  } catch (error) {
    // Another run was faster.
    await rm(beside, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

function environment(more: Record<string, string>): Record<string, string> {
  const given = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(given), ...more };
}
