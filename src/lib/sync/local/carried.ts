import { bytesOfBase64url, hex } from '#lib/base/bytes.ts';
import { digest, verify } from '#lib/base/platform/crypto.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';
import type { LocalDatabase } from '#lib/local/database.ts';
import { storageFailureOf, type StorageFailure } from '#lib/local/storage-failure.ts';
import { readPack, type PackRefusal, type ParcelPack } from '../parcel-pack.ts';
import { readEnvelope } from '../parcel.ts';
import { claimedReceipt, openReceipt, saysMore, type Receipt } from '../receipt.ts';
import { acknowledge } from './acknowledge.ts';
import { certificateOf, keepCertificates } from './certificates.ts';
import { parcelsFor } from './kept-parcels.ts';

/** What came of a pack that was brought. */
export interface Taken {
  /** Parcels that are carried from now on, and those that were carried already. */
  readonly fresh: number;
  readonly known: number;
  /** Parcels that this device made itself: it keeps them anyhow. */
  readonly own: number;
  /** Receipts that moved a cursor of this device, and those that are kept for others. */
  readonly confirmed: number;
  readonly forOthers: number;
}

/** Why nothing was taken out of a pack. */
export type TakeRefusal = PackRefusal | StorageFailure | 'emptyPack';

/**
 * Takes a pack that came by a file or by pictures: receipts for this device move its cursors, all else is kept to be passed
 * on. The same pack again changes nothing. A parcel that nobody could place and a receipt that nobody signed are left out.
 */
export async function takePack(
  database: LocalDatabase,
  bytes: Uint8Array,
): Promise<Result<Taken, TakeRefusal>> {
  const pack = await readPack(bytes, digest);
  if (!pack.ok) return pack;
  try {
    await keepCertificates(database, pack.value.certificates);
    const taken = {
      ...(await takeParcels(database, pack.value)),
      ...(await takeReceipts(database, pack.value)),
    };
    const isEmpty = Object.values(taken).every((count) => count === 0);
    return isEmpty ? refusal('emptyPack') : success(taken);
  } catch (error) {
    return refusal(storageFailureOf(error));
  }
}

async function takeParcels(
  database: LocalDatabase,
  { parcels }: ParcelPack,
): Promise<Pick<Taken, 'fresh' | 'known' | 'own'>> {
  let [fresh, known, own] = [0, 0, 0];
  for (const bytes of parcels) {
    const envelope = readEnvelope(bytes);
    if (envelope === undefined) continue;
    const { organisation, device } = envelope;
    if (await isOwn(database, organisation, device)) {
      own += 1;
      continue;
    }
    const name = hex(await digest(bytes));
    const kept = await database.carried.get([organisation, device, name]);
    if (kept === undefined) fresh += 1;
    else known += 1;
    await database.carried.put({ organisation, device, digest: name, bytes });
  }
  return { fresh, known, own };
}

async function takeReceipts(
  database: LocalDatabase,
  { receipts }: ParcelPack,
): Promise<Pick<Taken, 'confirmed' | 'forOthers'>> {
  let [confirmed, forOthers] = [0, 0];
  for (const bytes of receipts) {
    const claimed = claimedReceipt(bytes);
    const certificate = claimed && (await certificateOf(database, claimed.organisation));
    const key = bytesOfBase64url(certificate?.receiptKey ?? '');
    const receipt = key && (await openReceipt(bytes, key, verify));
    if (certificate === undefined || receipt === undefined) continue;
    if ((await acknowledge(database, certificate, bytes)) === 'moved') confirmed += 1;
    else if (!(await isOwn(database, receipt.organisation, receipt.device))) {
      await keepReceipt(database, receipt, bytes);
      forOthers += 1;
    }
  }
  return { confirmed, forOthers };
}

/** Keeps a receipt for a device that is elsewhere, when it says more than the one that is kept. */
export async function keepReceipt(
  database: LocalDatabase,
  receipt: Receipt,
  bytes: Uint8Array,
): Promise<void> {
  const { organisation, device, epoch, upto } = receipt;
  const kept = await database.receipts.get([organisation, device, epoch]);
  if (saysMore(receipt, kept && claimedReceipt(kept.bytes)))
    await database.receipts.put({ organisation, device, epoch, upto, bytes });
}

async function isOwn(database: LocalDatabase, organisation: string, device: string): Promise<boolean> {
  if ((await database.identities.get(organisation))?.device === device) return true;
  return (await parcelsFor(database, organisation)).some((parcel) => parcel.device === device);
}

/** What is carried for one organisation. */
export interface Load {
  readonly organisation: string;
  /** Its name, when the root of the installation vouches for it. */
  readonly name: string | undefined;
  /** How many parcels wait for a network, how many were refused, and how many devices wait for a receipt that is here. */
  readonly waiting: number;
  readonly refused: number;
  readonly receipts: number;
}

/** All that is carried for others, by organisation. */
export async function loadsCarried(database: LocalDatabase): Promise<readonly Load[]> {
  const [parcels, receipts] = [await database.carried.toArray(), await database.receipts.toArray()];
  const organisations = [...new Set([...parcels, ...receipts].map(({ organisation }) => organisation))];
  return Promise.all(
    organisations.map(async (organisation) => {
      const own = parcels.filter((row) => row.organisation === organisation);
      const refused = own.filter((row) => row.refusal !== undefined).length;
      return {
        organisation,
        name: (await certificateOf(database, organisation))?.name,
        waiting: own.length - refused,
        refused,
        receipts: receipts.filter((row) => row.organisation === organisation).length,
      };
    }),
  );
}
