// Every table, as Kysely sees it. Hashes and keys are text (hexadecimal or base64url), bodies are text, moments are
// UTC milliseconds, so that one set of migrations serves SQLite and PostgreSQL alike.

export interface Database {
  readonly organisation: OrganisationTable;
  readonly organisation_key: OrganisationKeyTable;
  readonly membership: MembershipTable;
  readonly campaign: CampaignTable;
  readonly device: DeviceTable;
  readonly event: EventTable;
  readonly held_parcel: HeldParcelTable;
  readonly participation: ParticipationTable;
  readonly projection_position: ProjectionPositionTable;
  readonly server_epoch: ServerEpochTable;
  readonly staff_user: StaffUserTable;
  readonly report: ReportTable;
  readonly withdrawal: WithdrawalTable;
  readonly erasure: ErasureTable;
}

interface OrganisationTable {
  /** 16 hexadecimal digits. */
  organisation: string;
  name: string;
  /** The certificate signed by the installation's root: JSON of `{ body, signature }`. */
  certificate: string;
  created_at: number;
}

/** `sign` signs cards, parcels are sealed to `seal`, `receipt` signs receipts. */
export type KeyPurpose = 'sign' | 'seal' | 'receipt';

interface OrganisationKeyTable {
  organisation: string;
  key_id: string;
  purpose: KeyPurpose;
  /** base64url of 65 bytes. */
  public_key: string;
  /** JSON of a JWK. */
  private_jwk: string;
  created_at: number;
}

/** A mediator reads; a manager also opens and closes campaigns. */
export type Role = 'mediator' | 'manager';

interface MembershipTable {
  organisation: string;
  user_id: string;
  role: Role;
}

export interface CampaignTable {
  organisation: string;
  /** 8 hexadecimal digits. */
  campaign: string;
  code: string;
  title_fr: string;
  title_en: string;
  purpose_fr: string;
  purpose_en: string;
  asks: 'levels' | 'answers';
  policy: 'diagnostic' | 'competence';
  bundle: string;
  join_secret: string;
  retention_months: number;
  opens_at: number;
  expires_at: number;
  closed_at: number | null;
  /** The text of the signed card. */
  card: string;
}

interface DeviceTable {
  organisation: string;
  /** 24 hexadecimal digits. */
  device: string;
  epoch: number;
  campaign: string;
  public_key: string;
  head_seq: number;
  head_hash: string;
  enrolled_at: number;
}

export interface EventTable {
  organisation: string;
  device: string;
  epoch: number;
  seq: number;
  hash: string;
  type: string;
  /** Emptied by an erasure; the identity and the hash stay. */
  body: string | null;
  received_at: number;
}

interface HeldParcelTable {
  organisation: string;
  device: string;
  epoch: number;
  first_seq: number;
  /** base64url of the parcel as it came. */
  bytes: string;
  received_at: number;
}

/** `stated` by the device alone; `verified` by grading again; `differs` when grading again gives something else. */
export type Verdict = 'stated' | 'verified' | 'differs' | 'notVerifiable';

export interface ParticipationTable {
  organisation: string;
  device: string;
  epoch: number;
  /** Of the consent. */
  seq: number;
  campaign: string;
  nickname: string;
  avatar: string;
  scope: 'levels' | 'answers';
  policy: string;
  /** The learner's local day, as YYYY-MM-DD. */
  day: string;
  bundle: string;
  revision: string;
  /** JSON of one level an area. */
  levels: string;
  verdict: Verdict;
  answers: number;
  received_at: number;
  withdrawn_at: number | null;
}

interface ProjectionPositionTable {
  organisation: string;
  name: string;
  device: string;
  epoch: number;
  seq: number;
}

/** One row: it changes when the database is restored from a backup. */
interface ServerEpochTable {
  id: 1;
  epoch: number;
  started_at: number;
}

/** Written by the accounts only; read here to name a member. */
interface StaffUserTable {
  id: string;
  name: string;
  email: string;
}

/** A slip by which one device takes back what another one shared; believed once that device's key is known and signed it. */
interface WithdrawalTable {
  organisation: string;
  /** The device that shared. */
  device: string;
  epoch: number;
  /** The sequence of its agreement. */
  consent: number;
  /** base64url of 64 bytes. */
  signature: string;
  campaign: string;
  received_at: number;
}

/** A run of events that is to stay empty, whatever comes back. */
interface ErasureTable {
  organisation: string;
  device: string;
  epoch: number;
  from_seq: number;
  upto_seq: number;
  erased_at: number;
  /** When it was copied outside of the database, where no backup brings an older moment back. */
  kept_at: number | null;
}

/** What a learner said of a challenge, or an idea; nothing says who or from where. */
export interface ReportTable {
  id: string;
  received_at: number;
  category: string;
  application: string;
  /** The next five are empty for an idea, and some of them for a problem. */
  bundle: string | null;
  revision: number | null;
  challenge: string | null;
  lesson: string | null;
  step: number | null;
  text: string;
}
