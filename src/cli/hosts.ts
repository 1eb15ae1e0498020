import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/**
 * Whether a request's `Host` may be this machine's, when no public address is set. Names of this machine and bare
 * addresses are; any other name is refused, so that a page of another site cannot be pointed here and read answers.
 */
export function isOwnHost(host: string | undefined): boolean {
  const name = URL.parse(`http://${host ?? ''}`)?.hostname.replace(/^\[|\]$/g, '');
  if (name === undefined) return false;
  const own = hostname().toLowerCase();
  return isIP(name) !== 0 || [own, `${own}.local`, 'localhost'].includes(name) || name.endsWith('.localhost');
}

/** The addresses to open, nearest first: only this machine's unless the server listens to the network. */
export function addressesOf(
  host: string,
  port: number,
): { readonly local: string; readonly network: string[] } {
  const isAll = host === '0.0.0.0' || host === '::';
  const isLoopback = host === '127.0.0.1' || host === '::1' || host === 'localhost';
  const network = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const shown = isAll ? network : isLoopback ? [] : [host];
  return {
    local: `http://${isAll || isLoopback ? 'localhost' : host}:${port}`,
    network: shown.map((address) => `http://${address}:${port}`),
  };
}
