import { access, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bankFromText, bankToText } from '#lib/adaptive/bank-file.ts';
import type { Bank } from '#lib/adaptive/bank.ts';
import { calibrate, type Calibration } from '#lib/adaptive/calibration/calibrate.ts';
import { reportOf, reportText } from '#lib/adaptive/calibration/report.ts';
import { residualsOf } from '#lib/adaptive/calibration/residuals.ts';
import {
  answerBuckets,
  type AnswerBuckets,
  type SortedAnswers,
} from '#lib/adaptive/calibration/server/answer-buckets.ts';
import { readAnswerFile, type LineFault } from '#lib/adaptive/calibration/server/answer-file.ts';
import { suspicionsOf } from '#lib/adaptive/calibration/suspicion.ts';
import { creditOf, type Item } from '#lib/adaptive/item.ts';
import { openDatabase } from '#lib/server/database.ts';
import { isPostgres } from '#lib/server/engine.ts';
import { settingsOf } from '#lib/server/settings.ts';
import { receivedAnswers } from '#lib/sync/server/received-answers.ts';
import { project } from './sources.js';

const usage = `Usage: calibrate --responses FILE|--database --bank BANK --out BANK [options]

Estimates the items of a bank out of answers, and writes its next revision.

  --responses FILE      JSON lines {"learner", "item", "score": 0 to 1, "at", "group"?}, in any order
  --database            instead: the answers that organisations received; DATA_DIR says where the data is
  --bank BANK           the bank to begin with: each item's a, b and sd are what is believed of it;
                        answers that it was calibrated with already must not be given again
  --out BANK            where the new revision goes; never over the bank it began with
  --keep-rho            leave how strongly competences hang together as it is
  --only-uncalibrated   items without sd keep their parameters
  --json                the report as one JSON object on standard output
  --help                this text

The report lists items to look at: misfit, drift between the early and the late half of the answers, and
DIF between the two commonest groups, with at most 1 % of false alarms in a list.

Exit codes: 0 done, 2 wrong usage, a file that cannot be read, or a line that cannot be used; then nothing is written.
`;

/** Bytes of a line of answers, at the least: what the number of temporary files is worked out from. */
const LINE_BYTES = 60;
/** What the number of temporary files is worked out from when answers come out of the database. */
const DATABASE_ANSWERS = 4_000_000;
const BAR = 30;

interface Options {
  /** Undefined: the database. */
  readonly responses: string | undefined;
  readonly bank: string;
  readonly out: string;
  readonly keepRho: boolean;
  readonly onlyUncalibrated: boolean;
  readonly json: boolean;
}

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        responses: { type: 'string' },
        database: { type: 'boolean', default: false },
        bank: { type: 'string' },
        out: { type: 'string' },
        'keep-rho': { type: 'boolean', default: false },
        'only-uncalibrated': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return misused((error as Error).message);
  }
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { responses, bank, out } = values;
  if ((responses === undefined) !== values.database)
    return misused('--responses FILE or --database, one of them');
  if (bank === undefined) return misused('--bank BANK is missing');
  if (out === undefined) return misused('--out BANK is missing');
  try {
    if ((await placeOf(out)) === (await placeOf(bank)))
      return refused('--out is the bank itself → Name another file: a revision is never written over.');
    return await calibrateFile({
      responses,
      bank,
      out,
      keepRho: values['keep-rho'],
      onlyUncalibrated: values['only-uncalibrated'],
      json: values.json,
    });
  } catch (error) {
    return refused((error as Error).message);
  }
}

async function calibrateFile(options: Options): Promise<number> {
  const source = bankFromText(await readFile(options.bank, 'utf8'));
  if (!source.ok) {
    tell(options.bank, source.faults);
    return 2;
  }
  const { bank, revision } = source;
  const size = options.responses === undefined ? 0 : (await stat(options.responses)).size;
  const buckets = answerBuckets(options.responses === undefined ? DATABASE_ANSWERS : size / LINE_BYTES);
  const stop = (): never => process.exit(130);
  process.once('exit', buckets.remove).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const isRead =
      options.responses === undefined
        ? await readDatabase(bank, buckets)
        : await readLines(options.responses, size, bank, buckets);
    return isRead ? await estimate(options, bank, revision + 1, buckets) : 2;
  } finally {
    buckets.remove();
  }
}

async function readLines(path: string, size: number, bank: Bank, buckets: AnswerBuckets): Promise<boolean> {
  let done = 0;
  const faults = await readAnswerFile(path, bank.items, buckets.add, (bytes) => {
    done += bytes;
    bar('reading', done / size);
  });
  clearBar();
  tell(path, faults);
  return faults.length === 0;
}

async function readDatabase(bank: Bank, buckets: AnswerBuckets): Promise<boolean> {
  const settings = settingsOf(process.env, project);
  if (!settings.ok) throw new Error(settings.detail ?? settings.reason);
  const { dataDirectory, databaseAddress } = settings.value;
  // Opening would make an empty one.
  if (!isPostgres(databaseAddress)) await access(databaseAddress);
  const opened = await openDatabase(databaseAddress);
  if (!opened.ok) throw new Error(opened.detail ?? opened.reason);
  const indexes = new Map(bank.items.map(({ id }, index) => [id, index]));
  let left = 0;
  try {
    for await (const { learner, item, score, at } of receivedAnswers(
      opened.value,
      join(dataDirectory, 'bundles'),
    )) {
      const index = indexes.get(item);
      if (index === undefined) left += 1;
      else {
        const credit = creditOf(bank.items[index] as Item, score);
        buckets.add({ learner, item: index, credit, time: at, group: undefined });
      }
    }
  } finally {
    await opened.value.destroy();
  }
  if (left > 0) progress(`left out ${left} answers to items that the bank does not hold`);
  return true;
}

async function estimate(
  options: Options,
  bank: Bank,
  revision: number,
  buckets: AnswerBuckets,
): Promise<number> {
  const answers = buckets.sort(bank.items);
  if (answers.count === 0)
    return refused(`${options.responses ?? 'the database'} holds no answer that can be used.`);
  progress(`read ${answers.count} answers`);
  const steps = calibrate(bank, answers.source, options);
  let step = steps.next();
  while (!step.done) {
    const { iteration, change } = step.value;
    progress(`iteration ${iteration}: largest change of a difficulty ${change.toFixed(4)}`);
    // Signals are heard between iterations.
    await new Promise((resolveTurn) => setImmediate(resolveTurn));
    step = steps.next();
  }
  const calibration = step.value;
  const report = reportFor(calibration, answers, revision);
  await writeWhole(options.out, bankToText(calibration.bank, revision));
  clearBar();
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : reportText(report));
  return 0;
}

function reportFor(
  calibration: Calibration,
  answers: SortedAnswers,
  revision: number,
): ReturnType<typeof reportOf> {
  const [first, second] = answers.groups;
  const residuals = residualsOf(calibration.model, calibration.expectation.expected, answers.source, {
    middle: answers.middle,
    groups: [first?.number ?? -1, second?.number ?? -1],
  });
  const groups = answers.groups.slice(0, 2).map(({ name }) => name);
  return reportOf(calibration, suspicionsOf(calibration.model, residuals), { revision, groups });
}

/** Whoever reads the file meets the whole of it, or what was there before. */
async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

/** Where a path leads, links followed; the file need not exist. */
async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return join(await realpath(dirname(resolve(path))), basename(path));
  }
}

function tell(path: string, faults: readonly LineFault[]): void {
  for (const { line, message, mend } of faults)
    process.stderr.write(`${path}:${line} ${message} → ${mend}\n`);
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else process.stderr.write(`${text}\n`);
}

function bar(text: string, share: number): void {
  if (!process.stderr.isTTY) return;
  const full = Math.min(BAR, Math.floor(share * BAR));
  progress(`${text} [${'#'.repeat(full)}${'.'.repeat(BAR - full)}]`);
}

function clearBar(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

function refused(message: string): number {
  clearBar();
  process.stderr.write(`calibrate: ${message}\n`);
  return 2;
}

function misused(message: string): number {
  process.stderr.write(`calibrate: ${message}\n\n${usage}`);
  return 2;
}
