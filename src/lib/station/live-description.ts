import { nearAddressBytes } from './live-address.ts';
import type { LiveSignal, Place, Side } from './live-signal.ts';

/** What setup each side asks for (RFC 8842): the one that answers begins. */
const setups = { offer: 'actpass', answer: 'active' } as const;
const firstPriority = 2_113_937_151;

/** What a browser's own description of a connection (SDP, RFC 8866) tells the other device; undefined when it lacks something. */
export function signalIn(description: string, side: Side, talk: string): LiveSignal | undefined {
  const lines = description.split(/\r?\n/);
  const valueOf = (name: string): string =>
    lines.find((line) => line.startsWith(`a=${name}:`))?.slice(name.length + 3) ?? '';
  const [user, password] = [valueOf('ice-ufrag'), valueOf('ice-pwd')];
  const fingerprint = valueOf('fingerprint').replace(/^sha-256 /i, '');
  if (!/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/i.test(fingerprint)) return undefined;
  if (user === '' || password === '' || valueOf('setup') !== setups[side]) return undefined;
  const places = lines.flatMap(placeIn);
  if (places.length === 0) return undefined;
  return { side, talk, fingerprint: fingerprint.replaceAll(':', '').toLowerCase(), user, password, places };
}

/** The description that the other device's browser would have given: of one channel of data, and nothing else. */
export function descriptionOf({ side, fingerprint, user, password, places }: LiveSignal): string {
  const lines = [
    ...['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0'],
    ...['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'c=IN IP4 0.0.0.0'],
    ...[`a=ice-ufrag:${user}`, `a=ice-pwd:${password}`],
    `a=fingerprint:sha-256 ${(fingerprint.toUpperCase().match(/../g) ?? []).join(':')}`,
    ...[`a=setup:${setups[side]}`, 'a=mid:0', 'a=sctp-port:5000', 'a=max-message-size:16384'],
    ...places.map(
      ({ address, port }, index) =>
        `a=candidate:${index + 1} 1 udp ${firstPriority - index} ${address} ${port} typ host`,
    ),
    'a=end-of-candidates',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** A place of a line of candidates (RFC 8839), when it is on this network and by UDP. */
function placeIn(line: string): readonly Place[] {
  const [, address = '', port = ''] = /^a=candidate:\S+ 1 udp \d+ (\S+) (\d{1,5}) typ host/i.exec(line) ?? [];
  return nearAddressBytes(address) === undefined ? [] : [{ address, port: Number(port) }];
}
