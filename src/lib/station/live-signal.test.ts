import { encodeQR } from 'qr';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32 } from '#lib/base/base32.ts';
import { concatenated, utf8 } from '#lib/base/bytes.ts';
import { digest } from '#lib/base/platform/crypto.ts';
import { descriptionOf, signalIn } from './live-description.ts';
import { printSignal, readSignal, type Expected, type LiveSignal } from './live-signal.ts';

const digits = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('hex'));
const letters = 'A B C X Y Z a b c x y z 0 1 8 9 + /'.split(' ');
const word = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((all) => all.join(''));
const names = fc.uuid().map((id) => `${id}.local`);
const addresses = fc
  .tuple(fc.constantFrom('10.0', '172.16', '172.31', '192.168', '169.254'), fc.nat(255), fc.nat(255))
  .map((parts) => parts.join('.'));
const signals: fc.Arbitrary<LiveSignal> = fc.record({
  side: fc.constantFrom('offer', 'answer'),
  talk: digits(3),
  fingerprint: digits(32),
  user: word(4, 16),
  password: word(22, 48),
  places: fc.array(
    fc.record({ address: fc.oneof(names, addresses), port: fc.integer({ min: 1, max: 65_535 }) }),
    { minLength: 1, maxLength: 4 },
  ),
});
const print = (part: string, count: number): string => Array.from({ length: count }, () => part).join('');
const offer: LiveSignal = {
  ...{ side: 'offer', talk: '010203', fingerprint: print('a5', 32), user: 'iRPO' },
  password: 'RQRCgW+QJIm3iY/oVIaaByTk',
  places: [
    { address: '4908b991-7263-40b8-8ef3-ebc1a4f69edf.local', port: 54_783 },
    { address: '192.168.1.20', port: 38_377 },
  ],
};
const answer: LiveSignal = { ...offer, side: 'answer' };
const golden =
  'JALON-DIRECT-1-000G40X5MPJTB9D5MPJTB9D5MPJTB9D5MPJTB9D5MPJTB9D5MPJTB9D5MM26JMJG9WC54MAJ8DKNEATH994PTCV9B4QPYNJ9C5GM4YAMDC84J25SJ5S66G5RHVSYQGD4YTFDZNFZ0K0AG08MJQMR7MYS';
const reasonOf = async (text: string, expected: Expected = { side: 'offer' }): Promise<string> => {
  const read = await readSignal(text, expected, digest);
  return read.ok ? 'read' : read.reason;
};
/** A code of any bytes, with letters that agree with them. */
const sound = async (...body: readonly Uint8Array[]): Promise<string> => {
  const whole = concatenated(...body);
  const check = (await digest(concatenated(utf8('jalon-live-1\n'), whole))).slice(0, 3);
  return `JALON-DIRECT-1-${base32(concatenated(whole, check))}`;
};
const head = (side: number, user: string, password: string): Uint8Array =>
  concatenated(
    ...[Uint8Array.of(side, 1, 2, 3), new Uint8Array(32)],
    ...[user, password].flatMap((text) => [Uint8Array.of(text.length), utf8(text)]),
  );
const near = Uint8Array.of(4, 192, 168, 1, 20, 1, 1);
const key = print('k', 22);

test('[ST-18] what is read is what was shown', async () => {
  await fc.assert(
    fc.asyncProperty(signals, async (signal) => {
      const code = await printSignal(signal, digest);
      for (const text of [code, code.toLowerCase(), ` ${code}\n`])
        expect(await readSignal(text, { side: signal.side, talk: signal.talk }, digest)).toEqual({
          ...{ ok: true, value: signal },
        });
    }),
    { numRuns: 60 },
  );
});

test('[ST-18] version 1 stays as it was first written', async () => {
  expect(await printSignal(offer, digest)).toBe(golden);
  expect(await readSignal(golden, { side: 'offer' }, digest)).toEqual({ ok: true, value: offer });
});

test('[ST-18] the fullest code is of version 10 at most, with a medium correction; a usual one of version 8', async () => {
  const versionOf = async (signal: LiveSignal): Promise<number> =>
    (encodeQR(await printSignal(signal, digest), 'raw', { ecc: 'medium', border: 1 }).length - 2 - 17) / 4;
  const name = { address: '4908b991-7263-40b8-8ef3-ebc1a4f69edf.local', port: 54_783 };
  const full = { ...answer, user: print('u', 16), password: print('p', 48) };
  expect(await versionOf({ ...full, places: [name, name, name, name, name] })).toBeLessThanOrEqual(10);
  expect(await versionOf({ ...answer, places: [name, name] })).toBeLessThanOrEqual(8);
});

const ofFirefox = [
  ...['v=0', 'o=mozilla...THIS_IS_SDPARTA-99.0 5558849677209423428 0 IN IP4 0.0.0.0', 's=-', 't=0 0'],
  'a=sendrecv',
  `a=fingerprint:sha-256 ${print('A5:', 31)}A5`,
  ...['a=group:BUNDLE 0', 'a=ice-options:trickle', 'a=msid-semantic:WMS *'],
  ...['m=application 54783 UDP/DTLS/SCTP webrtc-datachannel', 'c=IN IP4 0.0.0.0'],
  'a=candidate:0 1 UDP 2122252543 4908b991-7263-40b8-8ef3-ebc1a4f69edf.local 54783 typ host',
  'a=candidate:1 1 TCP 2105524479 4908b991-7263-40b8-8ef3-ebc1a4f69edf.local 9 typ host tcptype active',
  'a=candidate:2 1 UDP 2122187007 93.184.216.34 4000 typ host',
  'a=candidate:3 1 UDP 1686052607 192.168.1.9 4001 typ srflx raddr 0.0.0.0 rport 0',
  ...['a=ice-pwd:b9295d8fec8b4dc093710b47b7300112', 'a=ice-ufrag:4e992fcb', 'a=mid:0', 'a=setup:active'],
].join('\r\n');

test('[ST-18] a description is rebuilt from what it tells, in the alphabets of each browser', async () => {
  const told = signalIn(ofFirefox, 'answer', '010203');
  expect(told).toEqual({
    ...{ side: 'answer', talk: '010203', fingerprint: print('a5', 32), user: '4e992fcb' },
    password: 'b9295d8fec8b4dc093710b47b7300112',
    places: [{ address: '4908b991-7263-40b8-8ef3-ebc1a4f69edf.local', port: 54_783 }],
  });
  expect(signalIn(ofFirefox, 'offer', '010203')).toBeUndefined();
  expect(signalIn(ofFirefox.replaceAll('typ host', 'typ relay'), 'answer', '010203')).toBeUndefined();
  await fc.assert(
    fc.asyncProperty(signals, async (signal) => {
      expect(signalIn(descriptionOf(signal), signal.side, signal.talk)).toEqual(signal);
    }),
    { numRuns: 60 },
  );
});

test('[ST-19] a code tells nothing of a person: keys of one link, and places of the local network', async () => {
  expect(Object.keys(offer).sort()).toEqual(['fingerprint', 'password', 'places', 'side', 'talk', 'user']);
  const far = [
    ...['8.8.8.8', '172.32.0.1', '192.169.0.1', '11.0.0.1', '127.0.0.1', '256.1.1.1', '2001:db8::1'],
    ...['jalon.example', 'home.local', '4908b991-7263-40b8-8ef3-ebc1a4f69edf.local.example'],
  ];
  const places = [...far.map((address) => ({ address, port: 9 })), ...offer.places];
  const read = await readSignal(await printSignal({ ...offer, places }, digest), { side: 'offer' }, digest);
  expect(read).toEqual({ ok: true, value: offer });
});

test('[ST-19] something else, a newer code, a slip, a far address, another side or another talk are refused', async () => {
  const code = await printSignal(offer, digest);
  for (const text of ['', 'bonjour', 'JALON-VUE-1-04HMASW9136820G01G10010A9HMPWRB860MG', code.repeat(9)])
    expect(await reasonOf(text)).toBe('somethingElse');
  expect(await reasonOf(code.replace('DIRECT-1', 'DIRECT-2'))).toBe('newer');
  for (let end = 'JALON-DIRECT-'.length; end < code.length; end += 1)
    expect(await reasonOf(code.slice(0, end))).toBe('damaged');
  for (let at = 'JALON-DIRECT-1-'.length; at < code.length; at += 1)
    expect(await reasonOf(`${code.slice(0, at)}${code[at] === '7' ? '8' : '7'}${code.slice(at + 1)}`)).toBe(
      'damaged',
    );
  expect(await reasonOf(await sound(head(0, 'user', key), near))).toBe('read');
  expect(await reasonOf(await sound(head(0, 'user', key), Uint8Array.of(4, 8, 8, 8, 8, 1, 1)))).toBe(
    'farAway',
  );
  expect(await reasonOf(code, { side: 'answer' })).toBe('otherSide');
  expect(await reasonOf(await printSignal(answer, digest), { side: 'answer', talk: '999999' })).toBe(
    'otherTalk',
  );
});

test('[ST-19] no code writes lines of its own into a description, whatever its bytes', async () => {
  const hostile = [
    ...[head(0, 'us\r\na=x', key), head(0, 'user', `${key}\r\n`), head(7, 'user', key), head(0, 'u', key)],
    ...[head(0, 'user', print('k', 60)), head(0, 'user', ''), new Uint8Array(), new Uint8Array(4)],
  ];
  for (const body of hostile) expect(await reasonOf(await sound(body, near))).toBe('damaged');
  const badPlaces = [[], [4, 192, 168], [5, 1, 2, 3, 4, 5, 6, 7], [4, 192, 168, 1, 1, 0, 0], [255]];
  for (const place of badPlaces)
    expect(await reasonOf(await sound(head(0, 'user', key), Uint8Array.from(place)))).toBe('damaged');
  const five = Array.from({ length: 5 }, () => near);
  expect(await reasonOf(await sound(head(0, 'user', key), ...five))).toBe('damaged');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 160 }), async (bytes) => {
      const read = await readSignal(await sound(bytes), { side: 'offer' }, digest);
      if (read.ok) expect(descriptionOf(read.value).match(/\n/g)?.length).toBe(15 + read.value.places.length);
    }),
  );
});
