import * as v from 'valibot';
import type { CampaignDraft } from '#lib/campaigns/server/campaign-store.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';

/** The choices offered, in months. */
export const retentions = [3, 6, 12, 24];
export const lengths = [1, 3, 6, 12];
const MONTH_MS = 30.5 * 24 * 3_600_000;

const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'required'), v.maxLength(200, 'tooLong'));
const optionalWords = v.pipe(v.string(), v.trim(), v.maxLength(200, 'tooLong'));
const choice = (numbers: readonly number[]) =>
  v.pipe(v.string(), v.transform(Number), v.picklist(numbers, 'choose'));

const formSchema = v.object({
  titleFr: words,
  titleEn: optionalWords,
  purposeFr: words,
  purposeEn: optionalWords,
  asks: v.picklist(['levels', 'answers'], 'choose'),
  retention: choice(retentions),
  length: choice(lengths),
});

export type FormField = keyof v.InferInput<typeof formSchema>;
type FormFault = 'required' | 'tooLong' | 'choose';
export type FormFaults = Partial<Record<FormField, FormFault>>;

/** The campaign that a form describes, or `faults` with what to correct in each field. */
export function draftOf(
  form: FormData,
  now: number,
): Result<CampaignDraft, 'faults'> & { faults?: FormFaults } {
  const parsed = v.safeParse(formSchema, Object.fromEntries(form));
  if (!parsed.success) {
    const faults: FormFaults = {};
    for (const { message, path } of parsed.issues) {
      const field = path?.[0].key as FormField;
      faults[field] ??= isFault(message) ? message : 'required';
    }
    return { ...refusal('faults'), faults };
  }
  const { titleFr, titleEn, purposeFr, purposeEn, asks, retention, length } = parsed.output;
  return success({
    title: { fr: titleFr, en: titleEn || titleFr },
    purpose: { fr: purposeFr, en: purposeEn || purposeFr },
    asks,
    policy: 'diagnostic',
    bundle: 'socle',
    retentionMonths: retention,
    expiresAt: Math.round(now + length * MONTH_MS),
  });
}

function isFault(message: string): message is FormFault {
  return message === 'required' || message === 'tooLong' || message === 'choose';
}
