// Plain JavaScript that any Node runs: this is read before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { project, sourcesDigest } from './sources.js';

const modules = join(project, 'node_modules');
const builtDigest = join(project, 'build', 'sources.sha256');
const LEAST_NODE = 20;

/** The Node that the application runs on, whatever the one that started it. */
export const node = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Installs the packages when they are missing or older than the lock file; throws when npm fails or Node is too old. */
export async function install() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < LEAST_NODE) {
    throw new Error(`Il faut Node ${LEAST_NODE} ou plus récent ; celui-ci est le ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  say('Installation des paquets (une à deux minutes, une seule fois)…');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Builds the application when its sources changed since the last build; throws when the build fails. */
export async function build() {
  const digest = sourcesDigest();
  if (existsSync(builtDigest) && readFileSync(builtDigest, 'utf8') === digest) return;
  say('Construction de l’application (moins d’une minute)…');
  rmSync(builtDigest, { force: true });
  await run(node, [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
  writeFileSync(builtDigest, digest);
}

/**
 * One line of progress.
 * @param {string} line
 */
export function say(line) {
  console.log(`[jalon] ${line}`);
}

function isInstalled() {
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed) || !existsSync(node)) return false;
  return statSync(installed).mtimeMs >= statSync(join(project, 'package-lock.json')).mtimeMs;
}

/**
 * What the tool says is shown only when it fails: a person who starts the application has no use for the rest.
 * @param {string} command
 * @param {string[]} parameters
 * @returns {Promise<void>}
 */
function run(command, parameters) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, parameters, { cwd: project, shell, env: environment(command) });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve();
        return;
      }
      process.stderr.write(Buffer.concat(said));
      reject(new Error(`${command} ${parameters.join(' ')} s’est arrêté (${signal ?? `code ${code}`}).`));
    });
  });
}

// npm replaces node_modules: it must not run on the Node that is inside.
/** @param {string} command */
function environment(command) {
  if (command !== 'npm') return process.env;
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => !entry.startsWith(modules));
  return { ...process.env, PATH: path.join(delimiter) };
}
