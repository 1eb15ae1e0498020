import { chromium } from '@playwright/test';
import { findBrowser } from '../../browser.ts';
import { quantile, type Figure } from './figure.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const slower = 4;
const commits = 400;

/** One answer made durable in a real Chromium: a strict transaction as the journal's, with a processor four times slower. */
export async function deviceCommit(address: string): Promise<Figure> {
  const profile = await mkdtemp(join(tmpdir(), 'jalon-commit-'));
  const context = await chromium.launchPersistentContext(profile, await findBrowser());
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${address}/api/health`);
    const tools = await context.newCDPSession(page);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const waits = await page.evaluate(committed, commits);
    const note = `strict durability, ${commits} commits, p50 ${quantile(waits, 0.5).toFixed(1)} ms`;
    return {
      ...{ name: 'one answer kept on the device, processor / 4, p99', value: quantile(waits, 0.99) },
      ...{ unit: 'ms', most: 50, note },
    };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function committed(count: number): Promise<readonly number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('measure', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('events', { keyPath: ['learner', 'seq'] });
    asked.onsuccess = () => {
      resolve(asked.result);
    };
    asked.onerror = () => {
      reject(new Error('no database'));
    };
  });
  const waits: number[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const begin = performance.now();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
      const events = transaction.objectStore('events');
      // As the journal does it: the head is looked at, then what follows is added.
      events.getKey(['learner', seq - 1]).onsuccess = () => {
        events.add({ learner: 'learner', seq, body: new Uint8Array(300) });
      };
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onerror = () => {
        reject(new Error('not kept'));
      };
    });
    waits.push(performance.now() - begin);
  }
  database.close();
  return waits;
}
