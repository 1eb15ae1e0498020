import { join } from 'node:path';
import { digest } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import { loadDemo, type DemoAccount } from '#lib/campaigns/server/demo.ts';
import * as registry from '#lib/challenges/registry.ts';
import { checkSources } from '#lib/content/check.ts';
import { compileBundle } from '#lib/content/compile.ts';
import { isWarning } from '#lib/content/fault.ts';
import { writeBundle } from '#lib/content/server/bundle-writer.ts';
import { readSources } from '#lib/content/server/source-folder.ts';
import { eraseAgain } from '#lib/server/erasures.ts';
import { openInstallation, type Installation } from '#lib/server/installation.ts';
import type { DatabaseRefusal } from '#lib/server/migrations/migrate.ts';
import type { Settings } from '#lib/server/settings.ts';

export interface Preparation {
  /** The bundles in use, as `socle 3`. */
  readonly bundles: readonly string[];
  /** Given at the first start only. */
  readonly demo: DemoAccount | undefined;
}

export type PreparationRefusal = DatabaseRefusal | 'badContent';

export interface PreparationOptions {
  /** The directory of the authored content. */
  readonly sources: string;
  readonly isDemoWanted: boolean;
  /** The demonstration's password; drawn when it is undefined. */
  readonly demoPassword: string | undefined;
}

/**
 * Makes a data directory ready to serve: database, keys, content compiled and signed, demonstration. Doing it again
 * changes nothing. Refused as `openDatabase` is, or when the content has faults (`badContent`).
 */
export async function prepare(
  settings: Settings,
  { sources, isDemoWanted, demoPassword }: PreparationOptions,
): Promise<Result<Preparation, PreparationRefusal>> {
  const opened = await openInstallation(settings);
  if (!opened.ok) return opened;
  const installation = opened.value;
  try {
    // A database that was put back from an older moment holds again what was erased since.
    await eraseAgain(installation.database, settings.dataDirectory, Date.now());
    const bundles = await publish(installation, sources);
    if (!bundles.ok) return bundles;
    const demo = isDemoWanted ? await loadDemo(installation, Date.now(), demoPassword) : undefined;
    return success({ bundles: bundles.value, demo });
  } finally {
    await installation.close();
  }
}

async function publish(
  { settings, keys }: Installation,
  folder: string,
): Promise<Result<readonly string[], 'badContent'>> {
  const sources = checkSources(await readSources(folder), registry);
  const faults = sources.faults.filter((fault) => !isWarning(fault));
  if (faults.length > 0) {
    return refusal(
      'badContent',
      faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'),
    );
  }
  const bundles: string[] = [];
  for (const source of sources.bundles) {
    const compiled = await compileBundle(source, sources.framework, digest);
    const written = await writeBundle(join(settings.dataDirectory, 'bundles'), compiled, {
      sign: keys.publisher.sign,
    });
    bundles.push(`${written.bundle} ${written.revision}`);
  }
  return success(bundles);
}
