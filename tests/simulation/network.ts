import { contentType, packFrames, readFrames } from '#lib/sync/wire.ts';
import { never, type Browser } from './browser.ts';
import type { FaultKind, FaultPlan } from './fault-plan.ts';
import { forgedAnswer } from './forger.ts';
import type { Installation } from './installation.ts';
import type { Server } from './server.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The road from a device to its server: the page's `fetch`, and all that may befall what is sent. */
export class Network {
  /** How many requests more nothing comes through. */
  #broken = 0;
  /** Requests that are still on their way, and arrive when the device no longer waits. */
  #late: Bytes[] = [];
  readonly #plan: FaultPlan;
  readonly #server: Server;
  readonly #installation: Installation;
  readonly #left: (parcel: Bytes) => void;
  browser: Browser | undefined;

  /** `left` hears of each parcel that a device gives away, before anything happens to it. */
  constructor(plan: FaultPlan, server: Server, installation: Installation, left: (parcel: Bytes) => void) {
    this.#plan = plan;
    this.#server = server;
    this.#installation = installation;
    this.#left = left;
  }

  /** Stands in for the page's `fetch`. */
  readonly fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const browser = this.browser;
    if (browser === undefined) return never();
    const isAlive = browser.alive();
    const answer = await this.#answer(address, init, browser).catch((error: unknown) => error as Error);
    if (!isAlive()) return never();
    if (answer instanceof Error) throw answer;
    return answer;
  };

  /** What was late arrives now: the server takes it in, and nobody hears of it. */
  async arrive(): Promise<void> {
    const late = this.#late;
    this.#late = [];
    // The last one sent comes first.
    for (const bytes of late.reverse()) await this.#server.answer(posted(bytes));
  }

  async #answer(address: string, init: RequestInit, browser: Browser): Promise<Response> {
    if (address.startsWith('/bundles/')) return this.#download(address, init);
    if (!/\/api\/(sync|health)$/.test(address)) throw new Error(`nobody is asked for ${address}`);
    const isParcels = address.endsWith('/api/sync');
    if (!isParcels && init.body != null) throw new Error('only parcels have a body');
    const body = new Uint8Array((init.body ?? new Uint8Array(0)) as Bytes);
    for (const frame of readFrames(body) ?? [])
      this.#left(frame.type === 'refusal' ? body : owned(frame.bytes));
    const place = isParcels ? 'sync' : 'health';
    const fault = this.#broken > 0 ? 'requestLost' : this.#plan.at('request', place);
    this.#broken = Math.max(0, this.#broken - 1);
    if (fault === 'deviceKilled') browser.kill();
    if (fault === 'flapping') this.#broken = 2 + Math.floor(this.#plan.chance('flapping') * 6);
    const early = unheard(fault);
    if (early !== undefined) return early;
    if (fault === 'portal') return page();
    if (!isParcels) return this.#health();
    if (fault === 'receiptForged') return forgedAnswer(body, this.#installation.open);
    if (fault === 'verySlow') {
      this.#late.push(body);
      throw new DOMException('made to be slow', 'TimeoutError');
    }
    if (fault === 'duplicated') {
      await this.#server.answer(posted(body));
      if (this.#plan.chance('again') < 0.5) this.#late.push(body);
    }
    const sent =
      fault === 'requestCut' ? body.slice(0, Math.floor(body.length * this.#plan.chance('cut'))) : body;
    return this.#heard(await this.#server.answer(posted(sent)), browser);
  }

  /** People carry parcels to the server: the last one first, some never. Gives the receipts that they bring back. */
  async carry(parcels: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
    const receipts: Uint8Array[] = [];
    for (const bytes of parcels) this.#left(owned(bytes));
    for (const [place, bytes] of [...parcels].reverse().entries()) {
      if (this.#plan.chance(`dropped ${place}`) < 0.4) continue;
      const answer = await this.#server.answer(posted(packFrames([{ type: 'parcel', bytes }])));
      const frames = answer && readFrames(new Uint8Array(await answer.arrayBuffer()));
      receipts.push(...(frames ?? []).flatMap((frame) => (frame.type === 'receipt' ? [frame.bytes] : [])));
    }
    return receipts;
  }

  async #health(): Promise<Response> {
    if (!(await this.#server.start())) throw new TypeError('connection refused');
    return Response.json({ status: 'ok' });
  }

  async #heard(answer: Response | undefined, browser: Browser): Promise<Response> {
    if (answer === undefined) throw new TypeError('connection reset');
    const fault = this.#plan.at('answer', 'sync');
    if (fault === 'deviceKilled') browser.kill();
    if (fault === 'answerLost') throw new TypeError('connection reset');
    if (fault !== 'answerCut') return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { status, headers } = answer;
    return new Response(bytes.slice(0, Math.floor(bytes.length * this.#plan.chance('cut'))), {
      status,
      headers,
    });
  }

  async #download(address: string, init: RequestInit): Promise<Response> {
    const fault = this.#plan.at('download', address.includes('/chunks/') ? 'chunk' : 'manifest');
    if (fault === 'deviceKilled') this.browser?.kill();
    const early = unheard(fault);
    if (early !== undefined) return early;
    if (fault === 'portal') return page();
    const answer = await this.#installation.content.fetch(address, init);
    if (fault === 'chunkDamaged' && answer.ok) return damaged(answer);
    if (fault !== 'answerCut' || !answer.ok) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { status, headers } = answer;
    return new Response(broken(bytes.slice(0, Math.floor(bytes.length * this.#plan.chance('cut')))), {
      status,
      headers,
    });
  }
}

/** What came with one bit changed. */
async function damaged(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const middle = bytes.length >> 1;
  const { status } = answer;
  return new Response(bytes.with(middle, (bytes[middle] ?? 0) ^ 1), { status });
}

/** What never reaches the server. */
function unheard(fault: FaultKind | undefined): Promise<never> | undefined {
  if (fault === 'deviceKilled') return never();
  if (fault === 'requestLost' || fault === 'flapping') return Promise.reject(new TypeError('no network'));
  if (fault === 'tlsFailed') return Promise.reject(new TypeError('the certificate is not trusted'));
  return undefined;
}

/** The page that a captive portal gives for anything. */
function page(): Response {
  return new Response('<!doctype html><title>Wi-Fi</title>', { headers: { 'content-type': 'text/html' } });
}

function posted(body: Bytes): Request {
  return new Request('http://localhost/api/sync', {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
}

/** A body that gives some bytes, then breaks as a connection does. */
function broken(bytes: Bytes): ReadableStream<Bytes> {
  let isGiven = false;
  return new ReadableStream({
    pull(controller) {
      if (isGiven) controller.error(new TypeError('connection reset'));
      else controller.enqueue(bytes);
      isGiven = true;
    },
  });
}

function owned(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
