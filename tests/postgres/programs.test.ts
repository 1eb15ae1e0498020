import { expect, test } from 'vitest';
import { postgresPrograms } from './cluster.ts';

const programs = postgresPrograms();
const why = 'missing' in programs ? `: skipped, ${programs.missing}` : '';

test.skipIf(why !== '')(`what opens a database is tested on PostgreSQL too${why}`, () => {
  expect(programs).toHaveProperty('folder');
});
