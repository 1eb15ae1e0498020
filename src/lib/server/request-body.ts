/** The bytes of a request, undefined when there are more than `limit`: the rest is not read. Empty when the connection broke off. */
export async function bodyUpTo(request: Request, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
  // A connection that breaks off brought nothing: that is no fault of this server.
  return readUpTo(request, limit).catch(() => new Uint8Array(0));
}

/**
 * Refuses a request at once, with its reason. What still comes is thrown away as it comes: left unread it would hold up the
 * connection, which other requests share behind a proxy, and cancelled it would cut the connection before the answer arrives.
 */
export function unread(request: Request, status: number, reason: string): Response {
  void request.body?.pipeTo(new WritableStream()).catch(() => undefined);
  return Response.json({ reason }, { status });
}

async function readUpTo(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (request.body === null) return new Uint8Array(0);
  for (const reader = request.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      reader.releaseLock();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
