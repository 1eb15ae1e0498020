import { assert } from '#lib/base/assert.ts';
import { bytesOfHex, concatenated, utf8 } from '#lib/base/bytes.ts';

/** Which agreement a slip takes back: the device that gave it, and its place in that device's chain. */
export interface SlipTarget {
  readonly organisation: string;
  readonly device: string;
  readonly epoch: number;
  readonly consent: number;
}

/** The bytes of a slip that the device which gave an agreement signs, so that another one may take it back in its place. */
export function slipBytes({ organisation, device, epoch, consent }: SlipTarget): Uint8Array<ArrayBuffer> {
  const [place, writer] = [bytesOfHex(organisation), bytesOfHex(device)];
  assert(place?.length === 8 && writer?.length === 12, 'an organisation and a device have their ids');
  const numbers = new Uint8Array(8);
  new DataView(numbers.buffer).setUint32(0, epoch);
  new DataView(numbers.buffer).setUint32(4, consent);
  return concatenated(utf8('jalon-withdrawal-1\n'), place, writer, numbers);
}
