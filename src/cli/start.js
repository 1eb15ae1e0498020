// Plain JavaScript that any Node runs: this is what `npm start` calls on a fresh clone.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, node, say } from './bootstrap.js';
import { frugalFlags, frugalVariables } from './frugal.js';
import { project } from './sources.js';

const help = `npm start : installe, construit et sert Jalon.

Au premier démarrage, les paquets s’installent et l’application se construit.
Ensuite, seul ce qui a changé est refait.

Variables (toutes facultatives) :
  PORT       le port d’écoute (3000)
  HOST       l’adresse d’écoute (127.0.0.1 : cette machine seulement ; 0.0.0.0 : tout le réseau)
  DATA_DIR   le dossier des données (.data)
  ORIGIN     l’adresse publique, comme https://jalon.example ; à donner dès qu’un serveur web est devant
  DEMO       off : ne pas charger l’organisation de démonstration

Codes de sortie : 0 arrêt demandé, 1 panne, 2 réglage illisible, 3 données refusées, 4 port déjà pris.`;

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(help);
} else {
  try {
    await install();
    await build();
    serve();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

function serve() {
  const child = spawn(node, [...frugalFlags, join(project, 'src', 'cli', 'serve.ts')], {
    cwd: project,
    env: { ...frugalVariables, ...process.env },
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    say(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
