import * as v from 'valibot';
import type { Challenge, ChallengeTexts } from '#lib/challenges/challenge.ts';
import type { Framework } from '#lib/framework/framework.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { chunkContentSchema, type ChunkContent } from './chunk.ts';

/** A challenge with its words in one language. */
export interface WordedChallenge {
  readonly challenge: Challenge;
  readonly texts: ChallengeTexts;
  readonly language: ContentLocale;
}

/** The content of a bundle in one language. */
export interface ChallengeSet {
  readonly framework: Framework;
  readonly challenges: Pick<ReadonlyMap<string, WordedChallenge>, 'get'>;
}

export type ChallengeSetRefusal = 'notAChunk' | 'noFramework' | 'wordsMissing';

/** The challenges of a bundle by id, out of what its chunks of one language hold; refuses when a part is not there. */
export function challengeSet(chunks: readonly unknown[]): Result<ChallengeSet, ChallengeSetRefusal> {
  const read = parsedChunks(chunks);
  if (!read.ok) return read;
  const challenges = wordedChallenges(read.value);
  if (!challenges.ok) return challenges;
  const framework = read.value.find((content) => content.holds === 'framework');
  return framework === undefined
    ? refusal('noFramework')
    : success({ framework: { areas: framework.areas }, challenges: challenges.value });
}

/** What chunks hold, once it is of the form that chunks have. */
export function parsedChunks(chunks: readonly unknown[]): Result<readonly ChunkContent[], 'notAChunk'> {
  const contents: ChunkContent[] = [];
  for (const chunk of chunks) {
    const parsed = v.safeParse(chunkContentSchema, chunk);
    if (!parsed.success)
      return refusal('notAChunk', v.getDotPath(parsed.issues[0]) ?? parsed.issues[0].message);
    contents.push(parsed.output);
  }
  return success(contents);
}

/** The challenges of these chunks by id, each with its words; refuses when one has none. */
export function wordedChallenges(
  contents: readonly ChunkContent[],
): Result<ReadonlyMap<string, WordedChallenge>, 'wordsMissing'> {
  const words = new Map<string, Omit<WordedChallenge, 'challenge'>>();
  for (const content of contents) {
    if (content.holds !== 'words') continue;
    for (const [id, texts] of Object.entries(content.words))
      words.set(id, { texts, language: content.language });
  }
  const worded = new Map<string, WordedChallenge>();
  for (const challenge of contents.flatMap((content) =>
    content.holds === 'challenges' ? content.challenges : [],
  )) {
    const own = words.get(challenge.id);
    if (own === undefined) return refusal('wordsMissing', challenge.id);
    worded.set(challenge.id, { challenge, ...own });
  }
  return success(worded);
}
