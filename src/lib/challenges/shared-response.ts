import * as v from 'valibot';
import type { Json } from '#lib/base/canonical-json.ts';
import type { Kind } from './kind.ts';

/** What of a response may leave with the scope `answers`: a choice as it was made; null for what was typed or done, or is no response. */
export function sharedResponse(kind: Kind, response: Json): Json {
  if (!kind.isClosed) return null;
  const parsed = v.safeParse(kind.response, response);
  return parsed.success ? parsed.output : null;
}
