import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What marks the newer version on its screens. */
export const newer = { home: 'Gratuit, sans compte, toujours.', title: '(bis)' };

const copied = [
  'src',
  'static',
  'content-bundles',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];

/** A checkout of the next version, built: other words on the home page, and a new revision of every challenge's title. */
export async function newerVersion(): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'jalon-newer-'));
  for (const name of copied) await cp(name, join(project, name), { recursive: true });
  await symlink(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  const words = join(project, 'src/lib/i18n/messages/fr/learner.ts');
  const text = await readFile(words, 'utf8');
  await writeFile(words, text.replace(/free: '[^']*'/, `free: '${newer.home}'`));
  const challenges = join(project, 'content-bundles/socle/challenges');
  for (const name of await readdir(challenges, { recursive: true })) {
    if (!name.endsWith('fr.md')) continue;
    const path = join(challenges, name);
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^# (.*)$/m, `# $1 ${newer.title}`));
  }
  execFileSync('npm', ['run', 'build'], { cwd: project, stdio: 'pipe' });
  return project;
}
