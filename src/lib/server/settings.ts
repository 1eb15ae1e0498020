import { resolve } from 'node:path';
import * as v from 'valibot';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { isPostgres } from './engine.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the directory that holds all that must not be lost. */
  readonly dataDirectory: string;
  /** Where the database is: an address of PostgreSQL, or a file of SQLite in the data directory. */
  readonly databaseAddress: string;
  /** The one address people use, when it is known; undefined: each request's own address, kept to this machine's names. */
  readonly origin: string | undefined;
  /** Whoever shows it reads the metrics; undefined: this machine may, while there is no public address. */
  readonly metricsToken: string | undefined;
  /** How each request is told in the log; undefined: it is not. */
  readonly log: 'json' | 'text' | undefined;
  /** Whether an empty installation gets the demonstration organisation. */
  readonly isDemoWanted: boolean;
}

const settingsSchema = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, 'PORT must be a number from 0 to 65535'),
      v.transform(Number),
      v.maxValue(65_535, 'PORT must be a number from 0 to 65535'),
    ),
    '3000',
  ),
  // This machine only, unless told otherwise: on a plain http address of the local network the application has neither
  // service worker nor Web Crypto, so opening it would serve no learner and show the staff's passwords to the network.
  HOST: v.optional(v.pipe(v.string(), v.minLength(1, 'HOST must not be empty')), '127.0.0.1'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'DATA_DIR must not be empty')), '.data'),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isPostgres, 'DATABASE_URL must begin with postgres://, or be left out for SQLite'),
    ),
  ),
  DEMO: v.optional(v.picklist(['on', 'off'], 'DEMO must be on or off'), 'on'),
  METRICS_TOKEN: v.optional(
    v.pipe(v.string(), v.minLength(16, 'METRICS_TOKEN must have 16 letters or more')),
  ),
  LOG: v.optional(v.picklist(['json', 'text'], 'LOG must be json or text')),
  ORIGIN: v.optional(
    v.pipe(
      v.string(),
      v.check(isOrigin, 'ORIGIN must be an address without a path, such as https://jalon.example'),
      v.transform((text) => new URL(text).origin),
    ),
  ),
});

/** The settings of an environment; refused with one sentence for each variable that cannot be read. */
export function settingsOf(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): Result<Settings, 'badSettings'> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined));
  const parsed = v.safeParse(settingsSchema, given);
  if (!parsed.success) return refusal('badSettings', parsed.issues.map((issue) => issue.message).join('\n'));
  const { PORT, HOST, DATA_DIR, DATABASE_URL, DEMO, METRICS_TOKEN, LOG, ORIGIN } = parsed.output;
  const dataDirectory = resolve(directory, DATA_DIR);
  return success({
    port: PORT,
    host: HOST,
    dataDirectory,
    databaseAddress: DATABASE_URL ?? resolve(dataDirectory, 'jalon.sqlite'),
    origin: ORIGIN,
    metricsToken: METRICS_TOKEN,
    log: LOG,
    isDemoWanted: DEMO === 'on',
  });
}

function isOrigin(text: string): boolean {
  const address = URL.parse(text);
  if (address === null || !/^https?:$/.test(address.protocol)) return false;
  return address.pathname === '/' && address.search === '' && address.hash === '';
}
