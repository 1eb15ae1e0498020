import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  areaOfCompetence,
  areaSchema,
  competenceOfSkill,
  competencesOf,
  frameworkFaults,
  skillOf,
  type Framework,
} from './framework.ts';

const folder = 'content-bundles/framework';
const framework: Framework = {
  areas: readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => v.parse(areaSchema, parse(readFileSync(`${folder}/${name}`, 'utf8')))),
};

test('the framework has five areas and sixteen competences, each inside its parent', () => {
  expect(framework.areas).toHaveLength(5);
  expect(framework.areas.map(({ competences }) => competences.length)).toEqual([3, 4, 4, 3, 2]);
  expect(frameworkFaults(framework)).toEqual([]);
});

test('a competence is found by its id, its area and its skills', () => {
  const [first] = competencesOf(framework);
  expect(first?.id).toBe('1.1');
  expect(areaOfCompetence(framework, '5.2')?.id).toBe('5');
  expect(areaOfCompetence(framework, '9.9')).toBeUndefined();
  const skill = first?.skills[0]?.id ?? '';
  expect(competenceOfSkill(framework, skill)?.id).toBe('1.1');
  expect(skillOf(framework, skill)?.id).toBe(skill);
  expect(skillOf(framework, 'nothing')).toBeUndefined();
});

test('an id given twice or outside its parent is a fault', () => {
  const [first] = framework.areas;
  if (first === undefined) throw new Error('no area');
  expect(frameworkFaults({ areas: [first, first] }).length).toBeGreaterThan(3);
  expect(frameworkFaults({ areas: [{ ...first, id: '9' }] })).toContain('"1.1" is not of area 9');
});
