import { defineConfig } from 'vitest/config';
import { filesIn, textOf } from './tests/house/sources.ts';
import { postgresPrograms } from './tests/postgres/cluster.ts';

// A busy machine is slow, not wrong.
const patient = { environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 } as const;

/** What opens a database runs once more, on PostgreSQL, where this machine has one. */
const onDatabases = filesIn(['src'], /\.test\.ts$/).filter((path) =>
  textOf(path).includes('fresh-database.contract.ts'),
);

export default defineConfig({
  test: {
    // By itself it leaves one processor unused: half of those that most of us have.
    maxWorkers: '100%',
    projects: [
      {
        extends: './vite.config.ts',
        test: {
          ...patient,
          name: 'units',
          include: ['src/**/*.test.ts', 'tests/{house,contract,postgres,simulation,fuzz,kill}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...patient,
          name: 'postgres',
          include: 'missing' in postgresPrograms() ? [] : onDatabases,
          globalSetup: 'tests/postgres/run.ts',
        },
      },
    ],
  },
});
