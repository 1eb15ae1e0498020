import Dexie, { type Table } from 'dexie';
import type { CarriedReceiptRow, CarriedRow, CertificateRow } from './carried-row.ts';

/** One event of a learner's journal. The body is opaque here: its version is inside. Frozen at the first version. */
export interface EventRow {
  readonly learner: string;
  /** 1, 2, 3 … within a learner's journal. */
  readonly seq: number;
  readonly body: Uint8Array;
}

/** A learner who uses this device. */
export interface LearnerRow {
  readonly learner: string;
  /** UTC milliseconds of the last use. */
  readonly usedAt: number;
}

/** Something to send: agreed to, and not yet acknowledged. The body is sealed under the device's key. */
export interface OutboxRow {
  readonly id: string;
  readonly organisation: string;
  readonly campaign: string;
  readonly createdAt: number;
  readonly iv: Uint8Array;
  readonly body: Uint8Array;
  /** The sequence of its first and last event once it stands in a parcel; absent while it can still be cancelled. */
  readonly first?: number;
  readonly last?: number;
  /** In which epoch of this device's identity it has that place; the first one when absent. */
  readonly epoch?: number;
  /** It stood in a parcel of an epoch that is over, and waits for its place in the next one: it cannot be cancelled any more. */
  readonly hasLeft?: boolean;
  /** The entry whose agreement it takes back. */
  readonly takesBack?: string;
  /** Why it cannot leave, as a code: it stays here, in nobody's way. */
  readonly setAside?: 'notAnEvent' | 'tooLong' | 'unreadable';
  /** When the server's receipt covered it. */
  readonly acknowledgedAt?: number;
}

/** What an organisation knows this device by; random, so that two organisations cannot join their files. */
export interface IdentityRow {
  readonly organisation: string;
  readonly device: string;
  readonly epoch: number;
  /** A pair whose private half cannot be taken out. */
  readonly keys: CryptoKeyPair;
  /** The outgoing chain: sequence and hash of the last event that stands in a parcel. */
  readonly headSeq: number;
  readonly headHash: Uint8Array;
  /** The last sequence that a receipt covered. */
  readonly acknowledged: number;
  /** Why the server last refused, until it no longer does. */
  readonly refusal?: string;
  /** Which life of the organisation's database the last receipt was of; the first one when absent. */
  readonly serverEpoch?: number;
  /** That database was restored from a backup: what is kept of earlier epochs has to be sent once more. */
  readonly isRestored?: boolean;
}

/** A parcel that was made, byte for byte; kept for a time after its receipt, should the organisation lose it. */
export interface ParcelRow {
  readonly organisation: string;
  readonly device: string;
  readonly from: number;
  readonly to: number;
  /** The chain's hash after `to`: a receipt that names another does not count. */
  readonly head: Uint8Array;
  /** The hashes after each of its events, one after the other; absent in those that were made before they were kept. */
  readonly hashes?: Uint8Array;
  readonly bytes: Uint8Array;
  /** The server's time in the receipt that covered it (UTC milliseconds). */
  readonly acknowledgedAt?: number;
}

/** A parcel of an epoch of this device that is over; it was received. */
export interface PastParcelRow extends ParcelRow {
  readonly epoch: number;
}

/** A campaign card, as it came. */
export interface CardRow {
  readonly organisation: string;
  readonly campaign: string;
  readonly code: string;
  readonly text: string;
}

/** A revision of a bundle whose every chunk is here and was verified. */
export interface RevisionRow {
  readonly bundle: string;
  readonly revision: number;
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
}

/** One verified chunk, or the part of it that has arrived. */
export interface ChunkRow {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What takes back an agreement that was given on another device: signed there, by a key that never left it. */
export interface SlipRow {
  /** The entry of that device's outbox, by which the journal names the agreement. */
  readonly outbox: string;
  /** Whose agreement it is. */
  readonly learner: string;
  readonly organisation: string;
  readonly campaign: string;
  readonly device: string;
  readonly epoch: number;
  /** The sequence of the agreement in that device's chain. */
  readonly consent: number;
  readonly signature: Uint8Array;
}

/** Something said to the team of the installation: a problem or an idea. Its body is locked under the device's key. */
export interface ReportRow {
  readonly id: string;
  /** Whose screens show it; empty when it was written before anybody's journal was open. It does not leave. */
  readonly learner: string;
  readonly createdAt: number;
  readonly iv: Uint8Array;
  readonly body: Uint8Array;
  /** When the person agreed that it leaves; absent while they did not. */
  readonly agreedAt?: number;
  /** When a sending began: from then on it may be there already. */
  readonly leftAt?: number;
  /** When the server says that it came (UTC milliseconds, by its clock). */
  readonly receivedAt?: number;
  /** Why the server will not take it. */
  readonly refusal?: string;
}

/** Small things kept by name: the pinned installation, keys, the ballast that is freed when storage is full. */
export interface KeptRow {
  readonly name: string;
  readonly value: unknown;
}

/** Tries at a secret that failed, and what is left of the wait that they cost. Counted on this device, never by its clock. */
export interface TriesRow {
  readonly failed: number;
  /** Milliseconds, of time spent with a page open. */
  readonly waitMs: number;
}

/** A person of a shared device: what opens their journal. The name is not here: it is sealed, as all that they did. */
export interface PersonRow {
  readonly learner: string;
  readonly avatar: string;
  /** Which of those with the same picture, from 1. */
  readonly number: number;
  /** What this person shows to open the journal, beside this device's key. */
  readonly lock: 'none' | 'code' | 'card';
  /** A key that cannot be taken out of this browser. */
  readonly deviceKey: CryptoKey;
  /** The journal's key under the code or card, if any, and under the device's key above it. */
  readonly wrapped: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** Tells a card from another without saying anything of its secret; absent where there is none. */
  readonly cardId?: string;
  readonly tries: TriesRow;
  /** The day of the last use (YYYY-MM-DD). */
  readonly usedDay: string;
  readonly needsHelp: boolean;
  /** The mediator was told that this journal is about to be erased. */
  readonly isNoticed: boolean;
  /** The activity that counted this person last. */
  readonly activity?: string;
}

/** Where an assessment begins for each new person. */
export interface SessionRow {
  readonly policy: string;
  readonly competence: string | null;
}

/** A device that several people use one after the other, and its mediator's keys. */
export interface StationRow {
  readonly id: 'station';
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly deviceKey: CryptoKey;
  /** The mediator's private key under their secret, and under the device's key above it. */
  readonly wrapped: Uint8Array;
  /** What summaries and notes are sealed to. */
  readonly publicKey: Uint8Array;
  readonly tries: TriesRow;
  /** The distinct days of use, in the order they came. */
  readonly days: readonly string[];
  /** What a new person begins with, and the day it was chosen for. */
  readonly session?: SessionRow & { readonly day: string; readonly activity: string };
}

/** Where somebody stands, sealed to the mediator. */
export interface SummaryRow {
  readonly learner: string;
  readonly encapsulated: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** What a mediator wrote about somebody, sealed to the mediator. */
export interface NoteRow extends SummaryRow {
  readonly id: string;
}

/** Where somebody on another device stood, as their screen told it: sealed to the mediator, for a day. */
export interface SightingRow {
  /** What the other device calls this person today: random. */
  readonly session: string;
  readonly day: string;
  readonly encapsulated: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** The activity that counted this person last. */
  readonly activity: string;
}

/** What took place at a station, of nobody in particular. */
export interface ActivityRow extends SessionRow {
  readonly id: string;
  readonly day: string;
  /** UTC milliseconds. */
  readonly startedAt: number;
  readonly lastAt: number;
  /** How many people took part. */
  readonly people: number;
}

/** The device's database. Stores are only ever added; strict durability: a promise resolves once the disk has the data. */
export class LocalDatabase extends Dexie {
  declare readonly events: Table<EventRow, [string, number]>;
  declare readonly learners: Table<LearnerRow, string>;
  declare readonly outbox: Table<OutboxRow, string>;
  declare readonly identities: Table<IdentityRow, string>;
  declare readonly parcels: Table<ParcelRow, [string, string, number]>;
  declare readonly cards: Table<CardRow, [string, string]>;
  declare readonly revisions: Table<RevisionRow, [string, number]>;
  declare readonly chunks: Table<ChunkRow, string>;
  declare readonly partials: Table<ChunkRow, string>;
  declare readonly kept: Table<KeptRow, string>;
  declare readonly stations: Table<StationRow, string>;
  declare readonly people: Table<PersonRow, string>;
  declare readonly summaries: Table<SummaryRow, string>;
  declare readonly notes: Table<NoteRow, string>;
  declare readonly activities: Table<ActivityRow, string>;
  declare readonly reports: Table<ReportRow, string>;
  declare readonly slips: Table<SlipRow, string>;
  declare readonly sightings: Table<SightingRow, string>;
  declare readonly carried: Table<CarriedRow, [string, string, string]>;
  declare readonly receipts: Table<CarriedReceiptRow, [string, string, number]>;
  declare readonly certificates: Table<CertificateRow, string>;
  declare readonly pastParcels: Table<PastParcelRow, [string, string, number, number]>;

  constructor(name = 'jalon') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      events: '[learner+seq]',
      learners: 'learner',
      outbox: 'id, organisation',
      identities: 'organisation',
      parcels: '[organisation+device+from]',
      cards: '[organisation+campaign], code',
      revisions: '[bundle+revision]',
      chunks: 'sha256',
      partials: 'sha256',
      kept: 'name',
    });
    this.version(2).stores({
      stations: 'id',
      people: 'learner',
      summaries: 'learner',
      notes: 'id, learner',
      activities: 'id',
    });
    this.version(3).stores({ reports: 'id, learner', slips: 'outbox, learner' });
    this.version(4).stores({ sightings: 'session' });
    this.version(5).stores({
      carried: '[organisation+device+digest]',
      receipts: '[organisation+device+epoch]',
      certificates: 'organisation',
    });
    this.version(6).stores({ pastParcels: '[organisation+device+epoch+from]' });
  }
}

let opened: LocalDatabase | undefined;

/** The one database of this page or worker, opened at its first use. */
export function localDatabase(): LocalDatabase {
  opened ??= new LocalDatabase();
  return opened;
}
