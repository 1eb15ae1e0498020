import { encodeQR } from 'qr';
import { digest } from '#lib/base/platform/crypto.ts';
import { seededRandom } from '#lib/base/random.ts';
import type { Joined } from '#lib/sync/server/sending-device.contract.ts';
import { makePack } from '#lib/sync/parcel-pack.ts';
import { pictureSeries, SeriesReader } from '#lib/sync/picture-series.ts';
import { quantile, type Figure } from './figure.ts';
import { sessionParcel } from './joined-server.ts';

const aSecond = 5;
const lost = 0.3;
const channels = 200;
const sessions = 30;
const mostShown = 200;

/** What pictures take: the code of one session that stands still, and thirty sessions through channels that lose 30 %. */
export async function pictureFigures(joined: Joined): Promise<readonly Figure[]> {
  const still = await pictureSeries(await packOf(joined, 1), digest);
  const moving = await pictureSeries(await packOf(joined, sessions), digest);
  const texts = Array.from({ length: mostShown }, (_, place) => moving.textOf(place));
  const shown: number[] = [];
  for (let channel = 0; channel < channels; channel += 1)
    shown.push(await shownUntilWhole(texts, seededRandom(`channel ${channel}`)));
  const [all, worst] = [quantile(shown, 0.5), Math.max(...shown)];
  const note = `${channels} channels that lose 30 %; half of them in ${all} pictures`;
  return [
    { name: 'one session as a still code', value: versionOf(still.textOf(0)), unit: 'version', most: 22 },
    { name: '30 sessions by pictures, the worst', value: worst, unit: 'pictures', most: 20 * aSecond, note },
    { name: 'the same at 5 pictures a second', value: worst / aSecond, unit: 's', most: 20 },
  ];
}

async function packOf(joined: Joined, count: number): Promise<Uint8Array<ArrayBuffer>> {
  const parcels: Uint8Array[] = [];
  for (let session = 0; session < count; session += 1) parcels.push(await sessionParcel(joined, session));
  return makePack({ parcels, receipts: [], certificates: [] }, digest);
}

async function shownUntilWhole(texts: readonly string[], random: () => number): Promise<number> {
  const reader = new SeriesReader(digest);
  for (const [place, text] of texts.entries()) {
    if (random() < lost) continue;
    const read = await reader.read(text);
    if (read.ok && read.value.whole !== undefined) return place + 1;
  }
  return Infinity;
}

function versionOf(text: string): number {
  const border = 2;
  return (encodeQR(text, 'raw', { ecc: 'low', border: 1 }).length - border - 17) / 4;
}
