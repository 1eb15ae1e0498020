import * as v from 'valibot';
import type { Challenge, ChallengeTexts } from '#lib/challenges/challenge.ts';
import type { Framework } from '#lib/framework/framework.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import { chunkContentSchema } from './chunk.ts';

/** A challenge with its words in one language. */
export interface WordedChallenge {
  readonly challenge: Challenge;
  readonly texts: ChallengeTexts;
  readonly language: ContentLocale;
}

/** The content of a bundle in one language. */
export interface ChallengeSet {
  readonly framework: Framework;
  readonly challenges: ReadonlyMap<string, WordedChallenge>;
}

export type ChallengeSetRefusal = 'notAChunk' | 'noFramework' | 'wordsMissing';

/** The challenges of a bundle by id, out of what its chunks of one language hold; refuses when a part is not there. */
export function challengeSet(chunks: readonly unknown[]): Result<ChallengeSet, ChallengeSetRefusal> {
  const challenges: Challenge[] = [];
  const words = new Map<string, Omit<WordedChallenge, 'challenge'>>();
  let framework: Framework | undefined;
  for (const chunk of chunks) {
    const parsed = v.safeParse(chunkContentSchema, chunk);
    if (!parsed.success)
      return refusal('notAChunk', v.getDotPath(parsed.issues[0]) ?? parsed.issues[0].message);
    const content = parsed.output;
    if (content.holds === 'framework') framework = { areas: content.areas };
    else if (content.holds === 'challenges') challenges.push(...content.challenges);
    else {
      const { language } = content;
      for (const [id, texts] of Object.entries(content.words)) words.set(id, { texts, language });
    }
  }
  if (framework === undefined) return refusal('noFramework');
  const worded = new Map<string, WordedChallenge>();
  for (const challenge of challenges) {
    const own = words.get(challenge.id);
    if (own === undefined) return refusal('wordsMissing', challenge.id);
    worded.set(challenge.id, { challenge, ...own });
  }
  return success({ framework, challenges: worded });
}
