import { createServer } from 'node:http';
import { once } from 'node:events';
import { chromium } from '@playwright/test';
import 'fake-indexeddb/auto';
import { LocalDatabase } from '#lib/local/database.ts';
import { flush } from '#lib/sync/local/flush.ts';
import { SendingDevice, type Joined } from '#lib/sync/server/sending-device.contract.ts';
import { contentType, packFrames } from '#lib/sync/wire.ts';
import { findBrowser } from '../../browser.ts';
import { CountedRoad } from './counted-road.ts';
import type { Figure } from './figure.ts';
import { joinedServer } from './joined-server.ts';
import { weakRoad } from './weak-road.ts';
import { answersASession, recordedAnswers, recordedShare } from './session.ts';

const sessionsTogether = 30;

/** Bytes and round trips of one recorded session from a real Chromium to the real server, and of thirty together. */
export async function wireFigures(): Promise<readonly Figure[]> {
  const { server, joined } = await joinedServer();
  const browser = await chromium.launch(await findBrowser());
  const road = await CountedRoad.to(Number(new URL(server.address).port));
  try {
    const page = await browser.newPage();
    // The browser also asks for an icon: what is counted begins after it.
    await page.goto(`http://localhost:${road.port}/api/health`, { waitUntil: 'networkidle' });
    const device = await SendingDevice.of(joined);
    device.events.push(...recordedShare(joined.campaign, 0));
    const first = packFrames([{ type: 'parcel', bytes: await device.parcel() }]);
    await sent(page, '/api/sync', contentType, [...first]);
    const before = device.events.length;
    device.events.push(...recordedShare(joined.campaign, 1));
    const body = packFrames([{ type: 'parcel', bytes: await device.parcel(before + 1) }]);
    road.reset();
    const down = await sent(page, '/api/sync', contentType, [...body]);
    const whole = { up: road.up, down: road.down, trips: road.trips };
    return [
      { name: 'body up, 40 answers sealed and signed', value: body.length, unit: 'bytes', most: 680 },
      {
        ...{ name: 'the same of a device that is new', value: first.length, unit: 'bytes' },
        note: 'its key and its proof besides',
      },
      { name: 'body down, its receipt', value: down, unit: 'bytes', most: 220 },
      {
        ...{ name: 'whole HTTP/1.1 of Chromium, both ways', value: whole.up + whole.down, unit: 'bytes' },
        ...{ most: 1_650, note: `up ${whole.up}, down ${whole.down}, without TLS` },
      },
      { name: 'round trips', value: whole.trips, unit: 'trips', most: 1 },
      await together(joined),
      await monthOf(joined, whole.up - body.length, whole.down),
      await nothingNew(),
    ];
  } finally {
    road.close();
    await browser.close();
    await server.stop('SIGKILL');
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newPage']>>;

// As `sync/platform/exchange.ts` sends it.
function sent(page: Page, path: string, type: string, body: readonly number[]): Promise<number> {
  return page.evaluate(
    async ([to, mime, bytes]) => {
      const answer = await fetch(to, {
        method: 'POST',
        headers: { 'content-type': mime },
        body: Uint8Array.from(bytes),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      return (await answer.arrayBuffer()).byteLength;
    },
    [path, type, body] as const,
  );
}

const sessionsAMonth = 8;

/** Eight sessions of one person that waited for a network, with the headers that one exchange has. */
async function monthOf(joined: Joined, headersUp: number, down: number): Promise<Figure> {
  const device = await SendingDevice.of(joined);
  for (let session = 0; session < sessionsAMonth; session += 1)
    device.events.push(...recordedShare(joined.campaign, session));
  const body = packFrames([{ type: 'parcel', bytes: await device.parcel() }]);
  return weakRoad({ up: headersUp + body.length, down });
}

/** A device whose outbox is empty asks nothing of anybody: not even whether the server is there. */
async function nothingNew(): Promise<Figure> {
  const database = new LocalDatabase('nothing-new');
  const { fetch } = globalThis;
  let asked = 0;
  globalThis.fetch = () => {
    asked += 1;
    return Promise.reject(new Error('nothing was to be asked'));
  };
  try {
    await flush(database);
  } finally {
    globalThis.fetch = fetch;
    database.close();
  }
  return { name: 'requests when nothing is new', value: asked, unit: 'trips', most: 0, note: 'so 0 bytes' };
}

/** Thirty people of one tablet, whose results wait for the same network. */
async function together(joined: Joined): Promise<Figure> {
  const device = await SendingDevice.of(joined);
  const ends: number[] = [];
  for (let session = 0; session < sessionsTogether; session += 1) {
    device.events.push(...recordedShare(joined.campaign, session));
    if (session % 10 === 9) ends.push(device.events.length);
  }
  const parcels = await Promise.all(
    ends.map(async (end, place) => device.parcel((ends[place - 1] ?? 0) + 1, end)),
  );
  const body = packFrames(parcels.map((bytes) => ({ type: 'parcel', bytes })));
  const value = body.length / (sessionsTogether * answersASession);
  return {
    ...{ name: 'an answer, when 30 sessions go together', value, unit: 'bytes', most: 15 },
    note: `${parcels.length} parcels of one tablet`,
  };
}

/** The same forty answers as xAPI statements in one request, from the same browser to a server that takes anything. */
export async function xapiFigures(): Promise<readonly Figure[]> {
  const sink = createServer((asked, answer) => {
    asked.resume().on('end', () => answer.setHeader('content-type', 'application/json').end('[]'));
  });
  sink.listen(0, 'localhost');
  await once(sink, 'listening');
  const place = sink.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  const road = await CountedRoad.to(port);
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${road.port}/`, { waitUntil: 'networkidle' });
    road.reset();
    const body = new TextEncoder().encode(JSON.stringify(statements()));
    await sent(page, '/statements', 'application/json', [...body]);
    const all = { value: road.up + road.down, unit: 'bytes' } as const;
    return [{ name: 'beside it: xAPI, 40 statements in one request', ...all, note: `body ${body.length}` }];
  } finally {
    road.close();
    sink.close();
    await browser.close();
  }
}

function statements(): readonly object[] {
  return recordedAnswers(1).map((answer, place) => ({
    id: `6b7c9d10-0000-4000-8000-${String(place).padStart(12, '0')}`,
    actor: {
      objectType: 'Agent',
      account: { homePage: 'https://jalon.example', name: '00112233445566778899aabb' },
    },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'en-US': 'answered' } },
    object: {
      objectType: 'Activity',
      id: `https://jalon.example/items/${answer.item}`,
      definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction', interactionType: 'choice' },
    },
    result: {
      response: JSON.stringify(answer.choice),
      success: answer.score > 0,
      score: { scaled: answer.score },
      duration: `PT${answer.seconds}S`,
    },
    context: { registration: '6b7c9d10-1111-4000-8000-000000000000', platform: 'Jalon' },
    timestamp: '2026-03-02T09:00:00.000Z',
  }));
}
