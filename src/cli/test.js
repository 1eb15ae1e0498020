// Plain JavaScript that any Node runs: this is what `npm test` calls on a fresh clone.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { install } from './bootstrap.js';
import { project } from './sources.js';

const help = `npm test: installs what is missing, then runs every check and stops at the first that fails.

  types      npm run check
  rules      npm run lint
  units      vitest run
  content    npm run content -- check
  build      npm run build
  journeys   playwright test --project everyday

With --all (npm test -- --all) every journey is walked, in four times the time.

The last line is the number of tests, units and journeys together: N passed, N failed.

Variables:
  CHROMIUM_PATH    the browser of the journeys; without it, the one found here or the one in the packages
  JOURNEY_RETRIES  how often a journey that failed is tried again (0)

Exit codes: 0 everything passed, otherwise that of the step that failed.`;

const isWhole = process.argv.includes('--all');

if (process.argv.includes('--help') || process.argv.includes('-h')) console.log(help);
else process.exitCode = await test();

/** The exit code of the first step that failed, 0 when there is none. */
async function test() {
  try {
    await install();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
  const reports = mkdtempSync(join(tmpdir(), 'jalon-test-'));
  try {
    const code = await runSteps(reports);
    const { passed, failed, flaky } = counted(reports);
    console.log(
      `\n${passed} passed, ${failed} failed${flaky > 0 ? `, of the passed ${flaky} at a second try` : ''}`,
    );
    return code;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/** @param {string} reports The folder where the test runners write what they counted. */
async function runSteps(reports) {
  const units = join(reports, 'units.json');
  const steps = [
    { name: 'types', command: 'npm', parameters: ['run', '--silent', 'check'] },
    { name: 'rules', command: 'npm', parameters: ['run', '--silent', 'lint'] },
    {
      name: 'units',
      command: 'vitest',
      parameters: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${units}`],
    },
    { name: 'content', command: 'npm', parameters: ['run', '--silent', 'content', '--', 'check'] },
    { name: 'build', command: 'npm', parameters: ['run', '--silent', 'build'] },
    {
      name: 'journeys',
      command: 'playwright',
      parameters: ['test', ...(isWhole ? [] : ['--project', 'everyday'])],
    },
  ];
  for (const { name, command, parameters } of steps) {
    console.log(`\n== ${name}: ${command} ${parameters.filter((each) => !each.startsWith('-')).join(' ')}`);
    const before = performance.now();
    const code = await run(command, parameters, { JOURNEYS_REPORT: join(reports, 'journeys.json') });
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    console.log(`== ${name}: ${code === 0 ? 'passed' : `failed with code ${code}`} in ${seconds} s`);
    if (code !== 0) return code;
  }
  return 0;
}

/**
 * The exit code of a command that runs on the project's own Node and tools.
 * @param {string} command
 * @param {string[]} parameters
 * @param {Record<string, string>} variables
 * @returns {Promise<number>}
 */
function run(command, parameters, variables) {
  const path = [join(project, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(command, parameters, {
    cwd: project,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...variables, PATH: path },
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * What both test runners counted; a file of tests that could not run counts as one that failed.
 * @param {string} reports
 */
function counted(reports) {
  /** @type {{ numPassedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] } | undefined} */
  const units = reportIn(join(reports, 'units.json'));
  /** @type {{ stats: { expected: number, flaky: number, unexpected: number } } | undefined} */
  const journeys = reportIn(join(reports, 'journeys.json'));
  let passed = units?.numPassedTests ?? 0;
  let failed = 0;
  for (const { status, assertionResults } of units?.testResults ?? []) {
    const failures = assertionResults.filter((each) => each.status === 'failed').length;
    failed += status === 'failed' ? Math.max(1, failures) : 0;
  }
  if (journeys !== undefined) {
    passed += journeys.stats.expected + journeys.stats.flaky;
    failed += journeys.stats.unexpected;
  }
  return { passed, failed, flaky: journeys?.stats.flaky ?? 0 };
}

/** @param {string} path */
function reportIn(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
