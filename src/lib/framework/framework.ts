import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const localised = v.strictObject({ fr: text, en: text, nl: v.optional(text), de: v.optional(text) });

/** Something that challenges are about; `can` completes « Je sais … » and « Je vais apprendre à … ». */
const skillSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d\.\d\.[a-z0-9-]+$/, 'must be a competence and a name, as 1.1.search')),
  can: localised,
});
export type Skill = v.InferOutput<typeof skillSchema>;

const digcompSchema = v.strictObject({ '2.2': v.array(text), '3.0': v.array(text) });

const competenceSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d\.\d$/, 'must be an area and a number, as 1.1')),
  name: localised,
  /** Two or three words, for a small screen. */
  short: localised,
  /** The nearest competences of the European framework, by version. */
  digcomp: digcompSchema,
  skills: v.pipe(v.array(skillSchema), v.minLength(1)),
});
export type Competence = v.InferOutput<typeof competenceSchema>;

/** One area with its competences: one file of the framework. */
export const areaSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^\d$/, 'must be one digit in quotes')),
  name: localised,
  competences: v.pipe(v.array(competenceSchema), v.minLength(1)),
});
export type Area = v.InferOutput<typeof areaSchema>;

/** The whole framework, areas in order. */
export interface Framework {
  readonly areas: readonly Area[];
}

/** Every competence, in the order of the areas: the index of one in this list is its number everywhere. */
export function competencesOf(framework: Framework): readonly Competence[] {
  return framework.areas.flatMap((area) => area.competences);
}

/** The area that holds a competence, or undefined when the framework has no such competence. */
export function areaOfCompetence(framework: Framework, competence: string): Area | undefined {
  return framework.areas.find((area) => area.competences.some(({ id }) => id === competence));
}

/** The competence that holds a skill, or undefined when the framework has no such skill. */
export function competenceOfSkill(framework: Framework, skill: string): Competence | undefined {
  return competencesOf(framework).find(({ skills }) => skills.some(({ id }) => id === skill));
}

/** The skill of that id, or undefined. */
export function skillOf(framework: Framework, id: string): Skill | undefined {
  return competencesOf(framework)
    .flatMap(({ skills }) => skills)
    .find((skill) => skill.id === id);
}

/** What does not fit in a framework, in English: an id given twice, or one that is not inside its parent's. */
export function frameworkFaults(framework: Framework): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const once = (id: string): void => {
    if (seen.has(id)) faults.push(`"${id}" is there twice`);
    seen.add(id);
  };
  for (const area of framework.areas) {
    once(area.id);
    for (const competence of area.competences) {
      once(competence.id);
      if (!competence.id.startsWith(`${area.id}.`))
        faults.push(`"${competence.id}" is not of area ${area.id}`);
      for (const skill of competence.skills) {
        once(skill.id);
        if (!skill.id.startsWith(`${competence.id}.`))
          faults.push(`"${skill.id}" is not of ${competence.id}`);
      }
    }
  }
  return faults;
}
