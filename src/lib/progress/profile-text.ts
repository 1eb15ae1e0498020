import { targetName } from '#lib/assessment/level-target.ts';
import type { SkillsMet } from '#lib/assessment/skills.ts';
import { digcompBand, digcompVersions } from '#lib/framework/digcomp.ts';
import { competencesOf, skillOf, type Framework } from '#lib/framework/framework.ts';
import type { ContentLocale, Locale, Localised } from '#lib/i18n/locale.ts';
import type { Dictionary } from '#lib/i18n/messages/fr.ts';
import { doubtWords } from './level-words.ts';
import { greatestLevel, pointsOf, pointsPerLevel, type Standing } from './standing.ts';

/** A profile in words, for paper and for a file. */
export interface ProfileText {
  readonly title: string;
  readonly who: string;
  readonly day: string;
  readonly points: string;
  readonly indicative: string;
  readonly rows: readonly ProfileRow[];
  readonly lists: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly notes: readonly string[];
}

/** One competence of a profile. */
export interface ProfileRow {
  readonly competence: string;
  readonly standing: Standing;
  readonly name: string;
  readonly level: string;
  readonly doubt: string;
  /** By version of the European framework: its numbers, and the word of the level. */
  readonly europe: readonly string[];
}

interface Source {
  readonly framework: Framework;
  readonly standings: readonly Standing[];
  readonly skills: SkillsMet;
  readonly nickname: string;
  /** Today, in words. */
  readonly day: string;
}

/** How many skills of each sort one page of paper has room for. */
const skillsOnPaper = 6;

/** A profile in the words of a language; `content` is the language of what is not written in every one. */
export function profileText(
  { framework, standings, skills, nickname, day }: Source,
  text: Dictionary,
  locale: Locale,
  content: ContentLocale,
): ProfileText {
  const { progress, common, learner } = text;
  const said = (words: Localised): string => words[locale] ?? words[content];
  const skillNames = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => skillOf(framework, id) ?? []).map(({ can }) => said(can));
  const rows = standings.map((standing): ProfileRow => {
    const { competence, statement } = standing;
    return {
      competence,
      standing,
      name: said(targetName(framework, competence)),
      level: levelWords(statement?.level, common),
      doubt: doubtWords(standing, progress),
      europe: digcompVersions.map((version) => {
        const numbers = competencesOf(framework).find(({ id }) => id === competence)?.digcomp[version] ?? [];
        const band = statement && digcompBand(statement.level);
        const word = band === undefined ? undefined : progress.europe.bands[version][band];
        return [numbers.join(', '), word].filter(Boolean).join(' – ');
      }),
    };
  });
  return {
    title: progress.keep.sheet,
    who: nickname,
    day: learner.result.date(day),
    points: progress.points.of(pointsOf(standings), standings.length * greatestLevel * pointsPerLevel),
    indicative: progress.points.indicative,
    rows,
    lists: [
      { title: progress.skills.can, lines: skillNames(skills.can.slice(0, skillsOnPaper)) },
      { title: progress.skills.learn, lines: skillNames(skills.learn.slice(0, skillsOnPaper)) },
    ],
    notes: [
      ...progress.points.explained,
      progress.europe.mapping,
      progress.europe.credit,
      learner.result.yours,
    ],
  };
}

function levelWords(
  level: number | undefined,
  { levelBands, levelNamed, unmeasured }: Dictionary['common'],
): string {
  const band = level === undefined ? undefined : levelBands[Math.ceil(level / 2)];
  return level === undefined || band === undefined ? unmeasured : levelNamed(level, band);
}
