import { gzipSync } from 'fflate';
import { hex, utf8 } from '#lib/base/bytes.ts';
import { canonicalJson, type Json } from '#lib/base/canonical-json.ts';
import type { Digest } from '#lib/base/ports.ts';
import type { Framework } from '#lib/framework/framework.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { byCodeUnit, type AuthoredBundle, type AuthoredChallenge } from './authored.ts';
import type { ChunkContent } from './chunk.ts';
import type { LessonChunk } from './lesson.ts';
import { areaChunkName, type ChunkEntry, type ItemEntry, type Manifest } from './manifest.ts';

/** A bundle ready to be written: its manifest without a revision, and its chunks by their digest. */
export interface CompiledBundle {
  readonly manifest: Omit<Manifest, 'revision'>;
  readonly chunks: ReadonlyMap<string, Uint8Array>;
}

/** Compiles a checked bundle; the same sources give the same bytes on every machine. */
export async function compileBundle(
  bundle: AuthoredBundle,
  framework: Framework,
  digest: Digest,
): Promise<CompiledBundle> {
  const challenges = [...bundle.challenges].sort((one, other) =>
    byCodeUnit(one.challenge.id, other.challenge.id),
  );
  const chunks = new Map<string, Uint8Array>();
  const entries: ChunkEntry[] = [];
  const pack = async (
    name: string,
    language: ContentLocale | null,
    content: ChunkContent | LessonChunk,
  ): Promise<ChunkEntry> => {
    const raw = utf8(canonicalJson(asJson(content)));
    // No time in the header: the same content has the same digest for ever.
    const bytes = gzipSync(raw, { level: 9, mtime: 0 });
    const sha256 = hex(await digest(bytes));
    chunks.set(sha256, bytes);
    return { name, language, sha256, bytes: bytes.length, rawBytes: raw.length };
  };
  const add = async (...chunk: Parameters<typeof pack>): Promise<void> => {
    entries.push(await pack(...chunk));
  };
  await add('framework', null, { holds: 'framework', areas: [...framework.areas] });
  for (const area of framework.areas) {
    const competences = new Set(area.competences.map(({ id }) => id));
    const inside = challenges.filter(({ challenge }) => competences.has(challenge.competence));
    if (inside.length === 0) continue;
    await add(areaChunkName(area.id, null), null, {
      holds: 'challenges',
      challenges: inside.map(({ challenge }) => challenge),
    });
    for (const language of bundle.languages) {
      await add(areaChunkName(area.id, language), language, {
        holds: 'words',
        language,
        words: wordsIn(inside, language),
      });
    }
  }
  const lessons: ChunkEntry[] = [];
  for (const language of bundle.lessons.length === 0 ? [] : bundle.languages) {
    const said = bundle.lessons.flatMap((lesson) => lesson.lessons[language] ?? []);
    lessons.push(await pack(`lessons-${language}`, language, { holds: 'lessons', language, lessons: said }));
  }
  const { id, title, publisher, licence, languages } = bundle;
  const items = challenges.map(itemEntry);
  return {
    manifest: {
      format: 1,
      bundle: id,
      title,
      publisher,
      licence,
      languages,
      engine: 1,
      items,
      chunks: entries,
      ...(lessons.length > 0 && { lessons }),
    },
    chunks,
  };
}

function itemEntry({ challenge, guessing, steps }: AuthoredChallenge): ItemEntry {
  const { id, kind, competence, skill, level, needs, enemies, timed } = challenge;
  return {
    id,
    kind,
    competence,
    skill,
    level,
    guessing,
    steps,
    needs: [...needs],
    enemies: [...enemies],
    timed,
  };
}

function wordsIn(challenges: readonly AuthoredChallenge[], language: ContentLocale) {
  type Words = Extract<ChunkContent, { holds: 'words' }>['words'];
  const words: Record<string, unknown> = {};
  for (const { challenge, texts } of challenges) words[challenge.id] = texts[language];
  return words as Words;
}

/** Read-only views of the content are JSON already; only the types do not say so. */
function asJson(content: ChunkContent | LessonChunk): Json {
  return content as unknown as Json;
}
