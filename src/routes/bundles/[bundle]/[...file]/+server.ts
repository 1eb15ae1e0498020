import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandler } from './$types';

/** The files of a compiled bundle: the manifest and its signature, and chunks at the address of their digest; ranges are served, so that a broken download goes on. */
export const GET: RequestHandler = async ({ params, request, locals }) => {
  const isChunk = /^chunks\/[0-9a-f]{64}$/.test(params.file);
  const isManifest = /^manifest\.(json|sig)$/.test(params.file);
  if (!/^[a-z0-9-]{1,40}$/.test(params.bundle) || !(isChunk || isManifest)) return notFound();
  const path = join(locals.installation.settings.dataDirectory, 'bundles', params.bundle, params.file);
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return notFound();
  try {
    const bytes = new Uint8Array(await file.readFile());
    const headers = {
      'content-type': params.file.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      'cache-control': isChunk ? 'public, max-age=31536000, immutable' : 'no-cache',
      'accept-ranges': 'bytes',
    };
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.get('range') ?? '')?.[1] ?? 0);
    if (from === 0) return new Response(bytes, { headers });
    if (from >= bytes.length) {
      return new Response(null, {
        status: 416,
        headers: { ...headers, 'content-range': `bytes */${bytes.length}` },
      });
    }
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    return new Response(bytes.slice(from), { status: 206, headers: { ...headers, 'content-range': range } });
  } finally {
    await file.close();
  }
};

function notFound(): Response {
  return Response.json({ reason: 'notFound' }, { status: 404 });
}
