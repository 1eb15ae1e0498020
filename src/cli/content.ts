import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { digest, signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Sign } from '#lib/base/ports.ts';
import * as registry from '#lib/challenges/registry.ts';
import type { Sources } from '#lib/content/authored.ts';
import { checkSources } from '#lib/content/check.ts';
import { compileBundle } from '#lib/content/compile.ts';
import { isWarning, type Fault } from '#lib/content/fault.ts';
import { bundlesIn } from '#lib/content/server/bundle-reader.ts';
import { signBundle, writeBundle, type WrittenBundle } from '#lib/content/server/bundle-writer.ts';
import { readSources } from '#lib/content/server/source-folder.ts';

const usage = `Usage: content <command> [options] [path …]

  check               tells every fault in the sources; with paths, only what is under them
  compile             checks, then writes a new revision of each bundle that changed
  sign                signs the revision in use of each bundle
  preview             shows each challenge at phone and desktop size, and the gallery; follows what you save

  --source DIR        where the sources are (content-bundles)
  --out DIR           where compiled bundles are (.data/bundles)
  --key FILE          the publisher's private key, a P-256 JWK; with compile, signs at once
  --after REVISION    with compile: number revisions above this one
  --port PORT         with preview: where it listens, on this machine alone (5180; 0 for any free one)
  --json              one JSON object on standard output
  --help              this text

Exit codes: 0 done, 1 faults in the content, 2 wrong usage, or a file that cannot be read.
`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  let given;
  try {
    given = parseArgs({
      args,
      allowPositionals: true,
      options: {
        source: { type: 'string', default: 'content-bundles' },
        out: { type: 'string', default: '.data/bundles' },
        key: { type: 'string' },
        after: { type: 'string', default: '0' },
        port: { type: 'string', default: '5180' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return misused((error as Error).message);
  }
  const { values, positionals } = given;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [command, ...paths] = positionals;
  if (!/^\d+$/.test(values.after)) return misused('--after takes a whole number');
  if (command !== 'check' && paths.length > 0) return misused('only check takes paths');
  try {
    if (command === 'check') return await check(values.source, paths, values.json);
    if (command === 'compile')
      return await compile(values.source, values.out, values.key, Number(values.after), values.json);
    if (command === 'preview') return await show(values.source, Number(values.port));
    if (command !== 'sign') return misused(command === undefined ? 'no command' : `no command "${command}"`);
    if (values.key === undefined) return misused('sign needs --key FILE');
    return await sign(values.out, values.key, values.json);
  } catch (error) {
    return misused((error as Error).message);
  }
}

/** Serves until it is stopped. Vite is loaded for this command alone. */
async function show(source: string, port: number): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return misused('--port takes a number up to 65535');
  const { preview } = await import('./preview.ts');
  const { address, close } = await preview(source, port);
  process.stdout.write(`preview: ${address}\ngallery: ${address}gallery\n`);
  await new Promise<void>((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped());
  });
  await close();
  return 0;
}

async function check(source: string, paths: readonly string[], isJson: boolean): Promise<number> {
  const sources = checkSources(await readSources(source), registry);
  const under = paths.map((path) => path.replace(/^\.\//, '').replace(`${source.replace(/\/$/, '')}/`, ''));
  const faults = sources.faults.filter(
    ({ file }) => under.length === 0 || under.some((path) => file.startsWith(path)),
  );
  return report(sources, faults, [], isJson);
}

async function compile(
  source: string,
  out: string,
  key: string | undefined,
  after: number,
  isJson: boolean,
): Promise<number> {
  const signer = key === undefined ? undefined : await signerFrom(key);
  const sources = checkSources(await readSources(source), registry);
  const written: WrittenBundle[] = [];
  if (sources.faults.every(isWarning)) {
    for (const bundle of sources.bundles) {
      const compiled = await compileBundle(bundle, sources.framework, digest);
      written.push(await writeBundle(out, compiled, { sign: signer, after }));
    }
  }
  return report(sources, sources.faults, written, isJson);
}

async function sign(out: string, key: string, isJson: boolean): Promise<number> {
  const signer = await signerFrom(key);
  const written: WrittenBundle[] = [];
  for (const bundle of await bundlesIn(out)) {
    const signed = await signBundle(out, bundle, signer);
    if (signed !== undefined) written.push(signed);
  }
  if (written.length === 0) return misused(`there is no compiled bundle in ${out}`);
  if (isJson) process.stdout.write(`${JSON.stringify({ written })}\n`);
  else process.stdout.write(linesOf(written));
  return 0;
}

async function signerFrom(key: string): Promise<Sign> {
  try {
    return await signerOfJwk(JSON.parse(await readFile(key, 'utf8')) as JsonWebKey);
  } catch (error) {
    throw new Error(`${key} is no private P-256 key: ${(error as Error).message}`, { cause: error });
  }
}

function report(
  sources: Sources,
  faults: readonly Fault[],
  written: readonly WrittenBundle[],
  isJson: boolean,
): number {
  const count = faults.filter((fault) => !isWarning(fault)).length;
  const ready = sources.bundles.map(({ id, challenges, lessons }) => ({
    bundle: id,
    challenges: challenges.length,
    lessons: lessons.length,
  }));
  if (isJson) {
    const told = faults.map((fault) => ({ ...fault, isWarning: isWarning(fault) }));
    process.stdout.write(`${JSON.stringify({ faults: told, ready, written })}\n`);
  } else {
    for (const fault of faults) {
      const { file, line, rule, message, mend } = fault;
      process.stdout.write(
        `${file}:${line} ${isWarning(fault) ? 'warning ' : ''}${rule} ${message} → ${mend}\n`,
      );
    }
    for (const { bundle, challenges, lessons } of ready)
      process.stdout.write(`${bundle}: ${challenges} challenges and ${lessons} lessons without a fault\n`);
    process.stdout.write(linesOf(written));
    process.stdout.write(`${count} faults, ${faults.length - count} warnings\n`);
  }
  return count === 0 ? 0 : 1;
}

function linesOf(written: readonly WrittenBundle[]): string {
  return written
    .map(({ bundle, revision, isNew, isSigned }) => {
      const state = isNew ? 'new' : 'as before';
      return `${bundle}: revision ${revision}, ${state}, ${isSigned ? 'signed' : 'not signed'}\n`;
    })
    .join('');
}

function misused(message: string): number {
  process.stderr.write(`content: ${message}\n\n${usage}`);
  return 2;
}
