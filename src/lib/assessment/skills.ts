import type { ChallengeSet } from '#lib/content/challenge-set.ts';
import type { Manifest } from '#lib/content/manifest.ts';
import { skillOf, type Skill } from '#lib/framework/framework.ts';
import { shortHash } from '#lib/base/short-hash.ts';
import type { Attempt, GivenResponse } from './attempt.ts';
import { guidedHelp } from './credit.ts';
import type { Profile } from './profile.ts';

/** What an attempt showed: skills that were proved, the hardest first, and skills to learn, the easiest first. */
export interface SkillEvidence {
  readonly can: readonly Skill[];
  readonly learn: readonly Skill[];
}

/** At most `most` skills of each sort; a skill that was both proved and missed counts as one to learn. */
export function skillEvidence(
  attempt: Attempt,
  { manifest, content }: { readonly manifest: Manifest; readonly content: ChallengeSet },
  most: number,
): SkillEvidence {
  const entries = new Map(manifest.items.map((item) => [item.id, item]));
  const seen = attempt.responses.flatMap((given) => {
    const entry = entries.get(given.item);
    const skill = entry && skillOf(content.framework, entry.skill);
    return entry && skill ? [{ skill, level: entry.level, isProved: isProved(given) }] : [];
  });
  const missed = seen.filter((each) => !each.isProved).toSorted((left, right) => left.level - right.level);
  const missedIds = new Set(missed.map((each) => each.skill.id));
  const proved = seen
    .filter((each) => each.isProved && !missedIds.has(each.skill.id))
    .toSorted((left, right) => right.level - left.level);
  return { can: firstOf(proved, most), learn: firstOf(missed, most) };
}

function firstOf(seen: readonly { readonly skill: Skill }[], most: number): readonly Skill[] {
  const byId = new Map(seen.map(({ skill }) => [skill.id, skill]));
  return [...byId.values()].slice(0, most);
}

/** Ids of skills by their last answer, the one met last first. */
export interface SkillsMet {
  /** A success alone. */
  readonly can: readonly string[];
  /** Anything else. */
  readonly learn: readonly string[];
}

/** What the last answers say of each skill that was met, in tests and in practice; then the skills that a card names to review. */
export function skillsMet(
  attempts: readonly Attempt[],
  skillOfItem: (item: string) => string | undefined,
  carried: readonly string[] = [],
): SkillsMet {
  const last = new Map<string, boolean>();
  for (const { item, outcome, help } of attempts.flatMap(({ responses }) => responses)) {
    const skill = skillOfItem(item);
    if (skill === undefined) continue;
    last.delete(skill);
    last.set(skill, isProved({ outcome, help }));
  }
  const met = [...last].toReversed();
  return {
    can: met.flatMap(([skill, isKnown]) => (isKnown ? [skill] : [])),
    learn: [
      ...met.flatMap(([skill, isKnown]) => (isKnown ? [] : [skill])),
      ...carried.filter((skill) => !last.has(skill)),
    ],
  };
}

/** The skills that a card names to review, among those that there are. */
export function skillsToReview(
  { snapshot }: Pick<Profile, 'snapshot'>,
  skills: readonly string[],
): readonly string[] {
  return skills.filter((skill) => snapshot?.review.includes(shortHash(skill)) === true);
}

/** Whether an answer was a success alone. */
export function isProved({ outcome, help }: Pick<GivenResponse, 'outcome' | 'help'>): boolean {
  return outcome === 'correct' && help < guidedHelp;
}
