import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether whoever asks may read the metrics: with the token when there is one; without, only this machine, and only while
 * the server has no public address, since a web server before it makes every visitor look like this machine.
 */
export function mayReadMetrics(
  headers: Headers,
  address: string,
  {
    metricsToken,
    origin,
  }: { readonly metricsToken: string | undefined; readonly origin: string | undefined },
): boolean {
  if (metricsToken !== undefined) {
    const given = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? '';
    return timingSafeEqual(digestOf(given), digestOf(metricsToken));
  }
  const isPassedOn = headers.has('x-forwarded-for') || headers.has('forwarded');
  return origin === undefined && !isPassedOn && /^(::ffff:)?127\.|^::1$/.test(address);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
