import { assert } from '#lib/base/assert.ts';
import { utf8 } from '#lib/base/bytes.ts';
import { lockUnder, openUnder } from '#lib/base/platform/secret-box.ts';
import type { JournalCodec } from '../journal-codec.ts';

/** Bodies sealed under a journal's key, each to its learner and its place: none opens elsewhere. */
export function sealedCodec(key: CryptoKey): JournalCodec {
  return {
    isSealed: true,
    encode: (learner, seq, body) => lockUnder(key, body, placeOf(learner, seq)),
    async decode(learner, seq, kept) {
      const body = await openUnder(key, kept, placeOf(learner, seq));
      assert(body !== undefined, `event ${seq} opens with the key of its journal`);
      return body;
    },
  };
}

function placeOf(learner: string, seq: number): Uint8Array {
  return utf8(`jalon journal 1\n${learner}\n${seq}`);
}
