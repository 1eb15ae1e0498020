import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawAbilities, drawAnswer, drawBank } from '#lib/adaptive/world.ts';
import { seededRandom, shuffled } from '#lib/base/random.ts';

const random = seededRandom('calibrate');
const truth = drawBank({ areas: [1, 1], rho: 0.7, itemsPerCompetence: 12 }, random);
const bank = {
  revision: 4,
  competences: truth.competences,
  rho: [0.5, 0.5],
  cuts: truth.cuts,
  items: truth.items.map((item) => ({
    ...item,
    competence: truth.competences[item.competence],
    a: 1.2,
    sd: { a: 0.35, b: 0.6 },
    skill: 'search',
  })),
};
const lines = Array.from({ length: 200 }, (_, learner) => {
  const abilities = drawAbilities(truth, random);
  return shuffled(truth.items, random)
    .slice(0, 8)
    .map((item, place) => ({
      learner: `learner ${learner}`,
      ...drawAnswer(item, abilities, random),
      at: new Date(1_700_000_000_000 + learner * 60_000 + place * 1000).toISOString(),
      group: learner % 3 === 0 ? 'phone' : 'computer',
    }));
}).flat();

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'calibrate-'));
  writeFileSync(at('bank.json'), JSON.stringify(bank));
  writeFileSync(at('answers.jsonl'), jsonLines(lines));
});
afterAll(() => rmSync(folder, { recursive: true }));

function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

function calibrate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/calibrate.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder },
  });
  return { status, stdout, stderr };
}

function calibrateFile(answers: string, out: string, ...more: string[]) {
  return calibrate('--responses', at(answers), '--bank', at('bank.json'), '--out', at(out), ...more);
}

test('[AD-45] a calibration writes the next revision, keeps all else, and leaves nothing behind', () => {
  const { status, stdout, stderr } = calibrateFile('answers.jsonl', 'next.json', '--json');
  expect(status).toBe(0);
  expect(stderr).toMatch(/^read 1600 answers\niteration 1: /);
  const next = JSON.parse(readFileSync(at('next.json'), 'utf8')) as typeof bank;
  expect(next).toMatchObject({ revision: 5, competences: bank.competences, cuts: bank.cuts });
  expect(next.items).toHaveLength(24);
  next.items.forEach((item, index) => {
    expect({ ...item, a: 0, b: 0, sd: 0 }).toEqual({ ...bank.items[index]!, a: 0, b: 0, sd: 0 });
    expect(item.sd.b).toBeLessThan(0.6);
  });
  const report = JSON.parse(stdout) as Record<string, unknown>;
  expect(report).toMatchObject({
    revision: 5,
    learners: 200,
    responses: 1600,
    groups: ['computer', 'phone'],
    misfit: [],
    drift: [],
    bias: [],
  });
  expect(readdirSync(folder).sort()).toEqual(['answers.jsonl', 'bank.json', 'next.json']);
});

test('[AD-46] the order of lines changes nothing', () => {
  writeFileSync(at('shuffled.jsonl'), jsonLines(shuffled(lines, random)));
  const ordered = calibrateFile('answers.jsonl', 'ordered.json');
  const { status, stdout } = calibrateFile('shuffled.jsonl', 'shuffled.json');
  expect({ status, stdout }).toEqual({ status: 0, stdout: ordered.stdout });
  expect(readFileSync(at('shuffled.json'), 'utf8')).toBe(readFileSync(at('ordered.json'), 'utf8'));
});

test('the report is a table for people', () => {
  const { stdout } = calibrateFile('answers.jsonl', 'table.json');
  expect(stdout).toMatch(/^item +n +a +b +sd of log a +sd of b\n1\.1\/1 +\d+ /);
  expect(stdout).toContain('1600 responses of 200 learners');
  expect(stdout).toContain('DIF: easier (+) or harder (-) for phone than for computer: no item.');
});

const good = { learner: 'a', item: '1.1/1', score: 1, at: '2026-01-31T10:00:00Z' };
const broken: [string, string, string][] = [
  ['half a line', '{"learner":"a"', 'one JSON object'],
  ['NaN', '{"learner":"a","item":"1.1/1","score":NaN,"at":1}', 'one JSON object'],
  ['a list', '[]', '{"learner"'],
  ['no learner', JSON.stringify({ ...good, learner: undefined }), '"learner" is missing'],
  ['an item that the bank lacks', JSON.stringify({ ...good, item: '9.9/1' }), '"9.9/1" is not in the bank'],
  ['a score above 1', JSON.stringify({ ...good, score: 1.5 }), '"score" is 1.5'],
  ['a score that is a text', JSON.stringify({ ...good, score: '1' }), '"score" is "1"'],
  ['no date', JSON.stringify({ ...good, at: 'yesterday' }), '"at" is "yesterday"'],
  ['a group that is a list', JSON.stringify({ ...good, group: [] }), '"group" is []'],
];
test.each(broken)(
  '[AD-47] a broken line is named with its mend, and nothing is written: %s',
  (_, line, told) => {
    writeFileSync(at('broken.jsonl'), `${jsonLines([good])}\n${line}\n${jsonLines([good])}`);
    const { status, stdout, stderr } = calibrateFile('broken.jsonl', 'none.json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`${at('broken.jsonl')}:3 `);
    expect(stderr).toContain(' → ');
    expect(stderr).toContain(told);
    expect(existsSync(at('none.json'))).toBe(false);
  },
);

test('[AD-47] many broken lines are told ten at a time', () => {
  writeFileSync(at('broken.jsonl'), 'x\n'.repeat(50));
  const { status, stderr } = calibrateFile('broken.jsonl', 'none.json');
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(10);
});

test('[AD-48] a bank is never written over by its next revision', () => {
  const before = readFileSync(at('bank.json'), 'utf8');
  const { status, stderr } = calibrateFile('answers.jsonl', `../${folder.split('/').at(-1)!}/bank.json`);
  expect(status).toBe(2);
  expect(stderr).toContain('Name another file');
  expect(readFileSync(at('bank.json'), 'utf8')).toBe(before);
});

test('a file that is missing, empty or no bank is told, with exit code 2', () => {
  writeFileSync(at('empty.jsonl'), '\n');
  writeFileSync(at('no-bank.json'), '{"items": 3}');
  expect(calibrateFile('missing.jsonl', 'none.json').status).toBe(2);
  expect(calibrateFile('empty.jsonl', 'none.json')).toMatchObject({ status: 2, stdout: '' });
  const answers = ['--responses', at('answers.jsonl'), '--out', at('none.json')];
  expect(calibrate(...answers, '--bank', at('no-bank.json')).status).toBe(2);
  expect(calibrate(...answers, '--bank', at('answers.jsonl')).status).toBe(2);
  expect(existsSync(at('none.json'))).toBe(false);
});

test.each([[['--bank', 'x']], [['--colour']], [['--responses', 'x', '--bank', 'y']], [['more']]])(
  'wrong usage exits with 2 and says how it is used: %s',
  (args) => {
    const { status, stdout, stderr } = calibrate(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Usage: calibrate');
  },
);

test('help is no error', () => {
  expect(calibrate('--help')).toMatchObject({ status: 0, stderr: '' });
});
