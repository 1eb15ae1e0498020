import { seededRandom } from '#lib/base/random.ts';
import { quantile, type Figure } from './figure.ts';

// A road is told by what it costs: bits a second, the time there and back, packets that get lost and are sent again after a
// wait that doubles, cuts after which all of a request goes again. Time is computed, nothing waits.
const bitsASecond = 32_000;
const roundTripMs = 600;
const lossOfPackets = 0.05;
const packetBytes = 1_400;
const headOfPacket = 40;
const firstWaitMs = 1_000;
const cuts = 6;
/** A connection: TCP, and TLS 1.3 with a chain of certificates. */
const handshake = { up: 700, down: 4_500, trips: 2 };

/** What one exchange takes over the wire. */
export interface Exchange {
  readonly up: number;
  readonly down: number;
}

/** A month of a person, eight sessions that wait together, over 32 kb/s with 5 % of packets lost and six cuts: seconds. */
export function weakRoad(month: Exchange, runs = 500): Figure {
  const seconds = Array.from({ length: runs }, (_, run) => secondsOf(month, seededRandom(`road ${run}`)));
  return {
    ...{
      name: 'a month of answers over 32 kb/s, 5 % lost, six cuts',
      value: quantile(seconds, 0.5),
      unit: 's',
    },
    note: `computed; p99 ${quantile(seconds, 0.99).toFixed(0)} s; ${month.up} bytes up, ${month.down} down, TLS each time`,
  };
}

function secondsOf({ up, down }: Exchange, random: () => number): number {
  let ms = 0;
  // Each cut comes somewhere in a try, which then begins again whole: parcels are counted once.
  for (let cut = 0; cut < cuts; cut += 1) ms += random() * tryMs({ up, down }, random);
  return (ms + tryMs({ up, down }, random)) / 1000;
}

function tryMs({ up, down }: Exchange, random: () => number): number {
  const trips = handshake.trips + 1;
  return (
    trips * roundTripMs + transferMs(handshake.up + up, random) + transferMs(handshake.down + down, random)
  );
}

function transferMs(bytes: number, random: () => number): number {
  let ms = 0;
  for (let left = bytes; left > 0; left -= packetBytes) {
    const packetMs = ((Math.min(left, packetBytes) + headOfPacket) * 8_000) / bitsASecond;
    ms += packetMs;
    for (let wait = firstWaitMs; random() < lossOfPackets; wait *= 2) ms += wait + packetMs;
  }
  return ms;
}
