import { Browser } from './browser.ts';
import { Device } from './device.ts';
import { Expectation } from './expectation.ts';
import { FaultPlan, type Drawing, type FaultKind } from './fault-plan.ts';
import { findingsOf, type Findings } from './findings.ts';
import { copied, type Installation } from './installation.ts';
import { Network } from './network.ts';
import { Scenario, type Holder } from './scenario.ts';
import { Server } from './server.ts';

/** What one run did and what was wrong at its end. */
export interface Run extends Findings {
  readonly seed: number;
  /** By kind, how many faults came. */
  readonly injected: ReadonlyMap<FaultKind, number>;
  /** Each fault, in its order. */
  readonly told: readonly string[];
  /** How many gates the device passed; counted where one killing is drawn by its place. */
  readonly passed: number;
}

/** One device's forty answers: taken, agreed to, sent, with all that the seed draws in the way; then calm, and the count. */
export async function oneRun(drawing: Drawing, installation: Installation): Promise<Run> {
  const { seed } = drawing;
  const plan = new FaultPlan(drawing);
  const expectation = new Expectation();
  const server = new Server(copied(installation, `run-${seed}.sqlite`), plan);
  const left = new Map<string, Uint8Array>();
  const network = new Network(plan, server, installation, (bytes) => left.set(bytes.join(), bytes));
  const device = new Device(new Browser(plan), installation, expectation);
  globalThis.fetch = network.fetch as typeof fetch;
  let holders: readonly Holder[] = [{ device, expectation }];
  try {
    holders = await new Scenario(
      { seed, plan, server, network, installation },
      { device, expectation },
    ).play();
    const findings = await findingsOf(holders, server, [...left.values()], installation);
    const { counts: injected, told, passed } = plan;
    return { seed, injected, told, passed, ...findings };
  } finally {
    for (const each of holders) each.device.browser.kill();
    server.remove();
  }
}
