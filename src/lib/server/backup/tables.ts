/** The tables that a backup holds, each after those that it refers to. */
export const backedUp = [
  'staff_user',
  'staff_account',
  'organisation',
  'organisation_key',
  'membership',
  'campaign',
  'device',
  'event',
  'held_parcel',
  'participation',
  'projection_position',
  'withdrawal',
  'erasure',
  'report',
  'server_epoch',
] as const;

/** Tables of the moment: after a restore the staff sign in again, and tries are counted anew. */
export const leftOut = ['staff_session', 'staff_verification', 'staff_rate_limit'] as const;

/** A row as a backup holds it: moments of the accounts as text, flags as such, whatever the database. */
export type Row = Record<string, string | number | boolean | null>;

const flags: readonly string[] = ['emailVerified'];

/** A row of either database as a backup holds it. */
export function portable(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      flags.includes(name)
        ? Boolean(value)
        : value instanceof Date
          ? value.toISOString()
          : (value as string | number | null),
    ]),
  );
}
