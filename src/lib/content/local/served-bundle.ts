import { base64url, hex } from '#lib/base/bytes.ts';
import { digest, generateStoredSigningKey, signerOfJwk } from '#lib/base/platform/crypto.ts';
import type { Sign } from '#lib/base/ports.ts';
import { manifestBytes, type Manifest } from '../manifest.ts';
import { signedBytes } from '../verify.ts';

/** Answers one request in the place of the served files; undefined: as served. */
export type Interference = (request: ServedRequest) => Promise<Response | undefined> | Response | undefined;

interface ServedRequest {
  readonly path: string;
  /** The byte that is asked for first; 0 for all. */
  readonly from: number;
  readonly signal: AbortSignal | null;
}

/** A publisher's files as a device sees them over the network, with its requests noted; for tests of what a bad network does. */
export class ServedBundle {
  readonly bundle: string;
  readonly publisher: string;
  readonly requests: ServedRequest[] = [];
  interference: Interference = () => undefined;
  readonly #sign: Sign;
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();

  private constructor(bundle: string, publisher: string, sign: Sign) {
    this.bundle = bundle;
    this.publisher = publisher;
    this.#sign = sign;
  }

  static async new(bundle: string): Promise<ServedBundle> {
    const { publicKey, privateJwk } = await generateStoredSigningKey();
    return new ServedBundle(bundle, base64url(publicKey), await signerOfJwk(privateJwk));
  }

  /** Puts a revision in use, signed: its chunks have these bytes, in this order. */
  async publish(
    revision: number,
    chunks: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
    name = this.bundle,
  ): Promise<Manifest> {
    const entries = await Promise.all(
      Object.entries(chunks).map(async ([chunk, bytes]) => {
        const sha256 = hex(await digest(bytes));
        this.put(`chunks/${sha256}`, bytes);
        return { name: chunk, language: null, sha256, bytes: bytes.length, rawBytes: bytes.length };
      }),
    );
    const manifest: Manifest = {
      format: 1,
      bundle: name,
      revision,
      title: { fr: 'Petit', en: 'Small' },
      publisher: 'jalon',
      licence: 'CC-BY-SA-4.0',
      languages: ['fr', 'en'],
      engine: 1,
      items: [],
      chunks: entries,
    };
    const bytes = manifestBytes(manifest);
    this.put('manifest.json', bytes);
    this.put('manifest.sig', await this.signed(bytes));
    return manifest;
  }

  /** The publisher's signature of a manifest. */
  signed(manifest: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    return this.#sign(signedBytes(manifest));
  }

  /** The bytes of a file as they are served. */
  file(path: string): Uint8Array<ArrayBuffer> {
    const bytes = this.#files.get(path);
    if (bytes === undefined) throw new Error(`nothing is served at ${path}`);
    return bytes;
  }

  /** Serves other bytes at a path; with undefined, none. */
  put(path: string, bytes: Uint8Array<ArrayBuffer> | undefined): void {
    if (bytes === undefined) this.#files.delete(path);
    else this.#files.set(path, bytes);
  }

  /** Stands in for the page's `fetch`. */
  readonly fetch = async (address: string, { headers, signal }: RequestInit = {}): Promise<Response> => {
    const path = address.replace(`/bundles/${this.bundle}/`, '');
    const range = new Headers(headers).get('range');
    const request = {
      path,
      from: Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0),
      signal: signal ?? null,
    };
    this.requests.push(request);
    return (await this.interference(request)) ?? this.#served(request);
  };

  #served({ path, from }: ServedRequest): Response {
    const bytes = this.#files.get(path);
    if (bytes === undefined) return Response.json({ reason: 'notFound' }, { status: 404 });
    if (from > 0 && from >= bytes.length) return new Response(null, { status: 416 });
    return new Response(bytes.slice(from), { status: from > 0 ? 206 : 200 });
  }
}

/** An answer that gives some bytes, then breaks as a connection does. */
export function brokenAfter(bytes: Uint8Array<ArrayBuffer>, status = 200): Response {
  let isGiven = false;
  const body = new ReadableStream({
    pull(controller) {
      if (isGiven) controller.error(new TypeError('network error'));
      else controller.enqueue(bytes);
      isGiven = true;
    },
  });
  return new Response(body, { status });
}
