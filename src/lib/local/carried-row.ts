/** Somebody else's parcel, on its way to the next network: sealed, so that it cannot be read here. */
export interface CarriedRow {
  readonly organisation: string;
  readonly device: string;
  /** The digest of its bytes, in hexadecimal: brought twice, it is kept once. */
  readonly digest: string;
  readonly bytes: Uint8Array;
  /** Why a server would not take it; it is not sent again until it is brought again. */
  readonly refusal?: string;
}

/** A receipt for somebody else's device, to be given back to it. */
export interface CarriedReceiptRow {
  readonly organisation: string;
  readonly device: string;
  readonly epoch: number;
  readonly upto: number;
  readonly bytes: Uint8Array;
}

/** What the root of the installation signed of an organisation, as it came along with what was carried. */
export interface CertificateRow {
  readonly organisation: string;
  readonly body: string;
  readonly signature: string;
}
