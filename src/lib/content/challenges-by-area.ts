import { refusal, success, type Result } from '#lib/base/result.ts';
import { areaOfCompetence } from '#lib/framework/framework.ts';
import {
  parsedChunks,
  wordedChallenges,
  type ChallengeSet,
  type ChallengeSetRefusal,
  type WordedChallenge,
} from './challenge-set.ts';
import type { ChunkContent } from './chunk.ts';
import { areaChunkName, type ChunkEntry, type Manifest } from './manifest.ts';
import { readChunk } from './open-chunk.ts';

/** A chunk whose bytes are those that the manifest names. */
export interface VerifiedChunk {
  readonly entry: ChunkEntry;
  readonly bytes: Uint8Array;
}

/**
 * The challenges of a revision, with the words of these verified chunks. An area is read when one of its challenges is
 * first asked for: to read them all would keep a modest telephone from its first question. A challenge whose area cannot
 * be read is not there. Refuses when the framework cannot be read.
 */
export function challengesByArea(
  manifest: Manifest,
  chunks: readonly VerifiedChunk[],
): Result<ChallengeSet, ChallengeSetRefusal> {
  const [first] = contentsOf(chunks.filter(({ entry }) => entry.name === 'framework'));
  if (first?.holds !== 'framework') return refusal('noFramework');
  const framework = { areas: first.areas };
  const competences = new Map(manifest.items.map(({ id, competence }) => [id, competence]));
  const read = new Map<string, ReadonlyMap<string, WordedChallenge>>();
  const inArea = (area: string): ReadonlyMap<string, WordedChallenge> => {
    const before = read.get(area);
    if (before !== undefined) return before;
    const own = chunks.filter(({ entry }) => entry.name === areaChunkName(area, entry.language));
    const worded = wordedChallenges(contentsOf(own));
    const challenges = worded.ok ? worded.value : new Map<string, WordedChallenge>();
    read.set(area, challenges);
    return challenges;
  };
  const get = (id: string): WordedChallenge | undefined => {
    const area = areaOfCompetence(framework, competences.get(id) ?? '');
    return area && inArea(area.id).get(id);
  };
  return success({ framework, challenges: { get } });
}

/** What chunks hold; nothing when one cannot be read. */
function contentsOf(chunks: readonly VerifiedChunk[]): readonly ChunkContent[] {
  const values = chunks.map(({ bytes, entry }) => readChunk(bytes, entry));
  const parsed = parsedChunks(values.flatMap((value) => (value.ok ? [value.value] : [])));
  return parsed.ok ? parsed.value : [];
}
