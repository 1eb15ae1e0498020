/** How the bodies of events stand in a store: in clear, or sealed to whoever holds a key. */
export interface JournalCodec {
  readonly isSealed: boolean;
  /** The bytes to keep of a body at its place in a learner's journal. */
  encode(learner: string, seq: number, body: Uint8Array): Promise<Uint8Array>;
  /** The body that was kept at a place; rejects when the bytes do not belong there. */
  decode(learner: string, seq: number, kept: Uint8Array): Promise<Uint8Array>;
}

/** Bodies as they are: on a device that is one person's own. */
export const plainCodec: JournalCodec = {
  isSealed: false,
  encode: (_learner, _seq, body) => Promise.resolve(body),
  decode: (_learner, _seq, kept) => Promise.resolve(kept),
};
