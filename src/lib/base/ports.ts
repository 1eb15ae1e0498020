/** SHA-256 of the bytes (32 bytes). */
export type Digest = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;

/** Raw DEFLATE (RFC 1951): what `inflated` gives back; its bytes may differ from one machine to another. */
export type Deflate = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;

/** Checks an ECDSA P-256 signature (64 bytes, r then s, over SHA-256) made by the owner of a public key (raw, 65 bytes). */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/** Signs with a key that never leaves its owner; 64 bytes. */
export type Sign = (message: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;

/** Seals bytes to a recipient's public key (HPKE, RFC 9180, base mode); gives the encapsulated key and the ciphertext. */
export type Seal = (recipient: Uint8Array, plain: Uint8Array, context: Uint8Array) => Promise<Sealed>;

/** Opens what was sealed to the holder's key; undefined when it does not open. */
export type Open = (sealed: Sealed, context: Uint8Array) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** Bytes sealed to one recipient. */
export interface Sealed {
  /** The encapsulated key: 65 bytes for P-256. */
  readonly encapsulated: Uint8Array;
  /** The ciphertext with its 16-byte tag. */
  readonly ciphertext: Uint8Array;
}

/** Unpredictable bytes. */
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>;
