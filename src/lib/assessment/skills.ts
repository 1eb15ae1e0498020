import type { ChallengeSet } from '#lib/content/challenge-set.ts';
import type { Manifest } from '#lib/content/manifest.ts';
import { skillOf, type Skill } from '#lib/framework/framework.ts';
import type { Attempt } from './attempt.ts';
import { guidedHelp } from './credit.ts';

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
    return entry && skill
      ? [{ skill, level: entry.level, isProved: given.outcome === 'correct' && given.help < guidedHelp }]
      : [];
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

/** Skills in which the last answer was not a success alone, the one met last first. */
export function skillsToPractise(
  attempts: readonly Attempt[],
  skillOfItem: (item: string) => string | undefined,
): readonly string[] {
  const last = new Map<string, boolean>();
  for (const { item, outcome, help } of attempts.flatMap(({ responses }) => responses)) {
    const skill = skillOfItem(item);
    if (skill === undefined) continue;
    last.delete(skill);
    last.set(skill, outcome === 'correct' && help < guidedHelp);
  }
  return [...last].flatMap(([skill, isProved]) => (isProved ? [] : [skill])).toReversed();
}
