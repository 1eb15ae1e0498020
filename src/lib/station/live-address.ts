import { bytesOfHex, hex } from '#lib/base/bytes.ts';

const nameForm = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\.local$/;

/**
 * The bytes of an address that stays in the room: a name that a browser drew for its device (16), or an address of a private
 * network (4); undefined for any other, so that no code sends a device to somebody far away.
 */
export function nearAddressBytes(address: string): Uint8Array<ArrayBuffer> | undefined {
  const name = nameForm.exec(address);
  if (name !== null) return bytesOfHex(name.slice(1).join(''));
  const parts = /^\d{1,3}(\.\d{1,3}){3}$/.test(address) ? address.split('.').map(Number) : [];
  const isWhole = parts.length === 4 && parts.every((part) => part <= 255);
  return isWhole && isPrivate(parts) ? Uint8Array.from(parts) : undefined;
}

/** The address of such bytes; undefined when it is far away, or none. */
export function nearAddressOf(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return isPrivate([...bytes]) ? bytes.join('.') : undefined;
  if (bytes.length !== 16) return undefined;
  const name = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex(bytes)) ?? [];
  return `${name.slice(1).join('-')}.local`;
}

/** RFC 1918, and what devices give themselves where nobody gives addresses (RFC 3927). */
function isPrivate([first = 0, second = 0]: readonly number[]): boolean {
  return (
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254)
  );
}
