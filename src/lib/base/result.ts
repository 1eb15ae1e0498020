/** What an operation that may be refused gives back: a value, or a reason out of a closed union. A bug throws instead. */
export type Result<Value, Reason extends string> = Success<Value> | Refusal<Reason>;

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refusal<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
  /** Where or what exactly, for the person who mends it; never shown alone to a learner. */
  readonly detail?: string;
}

/** Wraps a value as a success. */
export function success<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

/** Builds a refusal; `detail` says where and what, in English, for logs and developers. */
export function refusal<Reason extends string>(reason: Reason, detail?: string): Refusal<Reason> {
  return detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
}
