import type { TestProject } from 'vitest/node';
import { PostgresCluster } from './cluster.ts';

/** Starts one PostgreSQL for all tests that run on it, and tells them where it is. */
export default async function start(tests: TestProject): Promise<() => Promise<void>> {
  const cluster = await PostgresCluster.started();
  tests.provide('postgresPort', cluster.port);
  return () => cluster.remove();
}
