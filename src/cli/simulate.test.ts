import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bankToText } from '#lib/adaptive/bank-file.ts';
import { drawBank } from '#lib/adaptive/world.ts';
import { seededRandom } from '#lib/base/random.ts';
import { project } from './sources.js';

const folder = mkdtempSync(join(tmpdir(), 'jalon-simulate-'));
const at = (name: string): string => join(folder, name);
const bank = drawBank({ areas: [2, 1], rho: 0.6, itemsPerCompetence: 12 }, seededRandom('cli'));
writeFileSync(at('bank.json'), bankToText(bank, 1));
const learners = ['a', 'b', 'c'].map((id, index) => ({ id, theta: [index - 1, 0.5, -index] }));
writeFileSync(at('learners.json'), JSON.stringify(learners));
writeFileSync(at('reversed.json'), JSON.stringify(learners.toReversed()));

afterAll(() => rmSync(folder, { recursive: true }));

function simulate(...args: string[]) {
  const node = join(project, 'node_modules/.bin/node');
  const { status, stdout, stderr } = spawnSync(node, ['src/cli/simulate.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const usual = ['--bank', at('bank.json'), '--policy', 'diagnostic', '--seed', '7', '--json'];

test(
  '[AD-32] one object on standard output, the same for the same seed, whatever the order of learners',
  { timeout: 60_000 },
  () => {
    const first = simulate(...usual, '--learners', at('learners.json'));
    expect(first.status).toBe(0);
    const told = JSON.parse(first.stdout) as Record<string, unknown>;
    expect(Object.keys(told)).toEqual([
      ...['policy', 'seed', 'learners', 'questions', 'rmse', 'bias', 'statedSE', 'cover90'],
      ...['level', 'maxExposure', 'bankUsed', 'bound'],
    ]);
    expect(told).toMatchObject({ policy: 'diagnostic', seed: '7', learners: 3, questions: { mean: 10 } });
    expect(simulate(...usual, '--learners', at('learners.json')).stdout).toBe(first.stdout);
    expect(simulate(...usual, '--learners', at('reversed.json')).stdout).toBe(first.stdout);
    expect(simulate(...usual.with(5, '8'), '--learners', at('learners.json')).stdout).not.toBe(first.stdout);
  },
);

test(
  '[AD-33] a fault names file, line and mend, ends with code 2, and nothing is written',
  { timeout: 60_000 },
  () => {
    writeFileSync(at('bad.json'), bankToText(bank, 1).replace('"a":', '"a":-'));
    const report = at('never.html');
    const { status, stdout, stderr } = simulate(
      ...usual.with(1, at('bad.json')),
      ...['--learners', '3', '--report', report],
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/bad\.json:2: .*discrimination.* → Give/);
    expect(existsSync(report)).toBe(false);
    expect(simulate(...usual, '--learners', '0').status).toBe(2);
    expect(simulate(...usual.with(3, 'other'), '--learners', '3').status).toBe(2);
  },
);

test(
  '[AD-34] the report is one page that asks for nothing else, with a table under each plot',
  { timeout: 60_000 },
  () => {
    const report = at('report.html');
    expect(simulate(...usual, '--learners', '30', '--exposure-cap', '0.9', '--report', report).status).toBe(
      0,
    );
    const page = readFileSync(report, 'utf8');
    expect(page.match(/<figure>/g)).toHaveLength(4);
    expect(page.match(/<table>/g)).toHaveLength(4);
    expect(page).not.toMatch(/<script|href=|src=|NaN|undefined/);
  },
);
