import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentType } from '#lib/sync/wire.ts';
import { command } from '../command.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { joinedTo, sendOnce } from './sending.ts';

const usage = `Usage: test:durability [--json]

Watches the real server with strace while it takes parcels in: no receipt may leave before the disk confirmed what it
receipts. Exit codes: 0 none did, 1 one did, 2 wrong usage, 3 strace is not installed (the package is called strace).
`;
const SENDINGS = 5;

await command(usage, {}, async ({ json }) => {
  if (spawnSync('strace', ['-V']).status !== 0)
    return told(3, 'strace is not installed: apt-get install strace');
  const folder = mkdtempSync(join(tmpdir(), 'jalon-durability-'));
  const server = await ServerProcess.started();
  const joined = await joinedTo(server, join(server.dataDirectory, 'jalon.sqlite'));
  const trace = join(folder, 'trace');
  const calls = 'fsync,fdatasync,write,writev,sendto,sendmsg,pwrite64';
  const strace = spawn(
    'strace',
    ['-f', '-y', '-e', `trace=${calls}`, '-s', '2000', '-o', trace, '-p', `${server.pid}`],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    await new Promise<void>((resolve, reject) => {
      strace.stderr.on('data', (said: Buffer) => {
        if (said.toString().includes('attached')) resolve();
      });
      strace.once('exit', (code) => reject(new Error(`strace stopped (${code})`)));
    });
    for (let sending = 0; sending < SENDINGS; sending += 1) await sendOnce(server, joined);
  } finally {
    await server.stop();
    if (strace.exitCode === null) await once(strace, 'exit');
  }
  const early = earlyAnswers(readFileSync(trace, 'utf8'));
  rmSync(folder, { recursive: true });
  const result = { sendings: SENDINGS, receipts: early.receipts, early: early.early };
  const isWell = early.early === 0 && early.receipts === SENDINGS;
  const sentence = `${early.receipts} receipts left, ${early.early} of them before the disk had confirmed`;
  return told(isWell ? 0 : 1, json ? JSON.stringify(result) : sentence);
});

/**
 * Of the answers that carry frames, those that left while the log of the database held something that no fsync had
 * confirmed yet, or with nothing confirmed since the answer before.
 */
function earlyAnswers(trace: string): { readonly receipts: number; readonly early: number } {
  let [isDirty, isConfirmed, receipts, early] = [false, false, 0, 0];
  for (const line of trace.split('\n')) {
    if (/pwrite64\(\d+<[^>]*jalon\.sqlite-wal>/.test(line)) isDirty = true;
    // A call that is cut in two ends on its second line.
    if (/f(data)?sync\(\d+<[^>]*jalon\.sqlite-wal>\)\s+= 0/.test(line))
      [isDirty, isConfirmed] = [false, true];
    if (!/(write|writev|sendto|sendmsg)\(\d+<(TCP|socket)/.test(line) || !line.includes('HTTP/1.1 200'))
      continue;
    if (!line.includes(contentType)) continue;
    receipts += 1;
    if (isDirty || !isConfirmed) early += 1;
    isConfirmed = false;
  }
  return { receipts, early };
}

function told(code: number, text: string): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}
