import * as v from 'valibot';
import { canonicalJson } from '#lib/base/canonical-json.ts';
import { refusal, success, type Result } from '#lib/base/result.ts';

/** What may be wrong, one tap each. */
export const problems = ['unclear', 'answer', 'notShown', 'difficult', 'other'] as const;
export type Problem = (typeof problems)[number];

/** The most characters of a text. */
export const longestText = 500;
/** The most bytes of a report that are read: the longest text with each character escaped, and the rest. */
export const largestReport = 4_096;

/** The only version so far. */
const version = 1;

const name = v.pipe(v.string(), v.regex(/^[\w./-]{1,120}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9));

/** What a problem is about: a challenge, a lesson, or a challenge inside a lesson. */
const subjectSchema = v.pipe(
  v.strictObject({
    bundle: name,
    revision: whole,
    challenge: v.exactOptional(name),
    lesson: v.exactOptional(name),
    /** The screen of the lesson, from 1. */
    step: v.exactOptional(whole),
  }),
  v.check(({ challenge, lesson }) => challenge !== undefined || lesson !== undefined, 'about nothing'),
);
export type Subject = v.InferOutput<typeof subjectSchema>;

// New lines are all that a text may hold besides letters: it is read in a terminal too.
const textSchema = v.pipe(v.string(), v.maxLength(longestText), v.regex(/^(\P{Cc}|\n)*$/u));
const shared = {
  version: v.literal(version),
  /** Random, made for this report alone: sent twice, it counts once. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  /** The version of the application that wrote it. */
  application: name,
};
const reportSchema = v.union([
  v.strictObject({ ...shared, category: v.picklist(problems), about: subjectSchema, text: textSchema }),
  v.strictObject({ ...shared, category: v.literal('idea'), text: v.pipe(textSchema, v.regex(/\S/)) }),
]);

/** What somebody said of a challenge or a lesson, or an idea of theirs. Nothing in it tells who they are. */
export type Report = v.InferOutput<typeof reportSchema>;
/** A report that has no id yet. */
export type Draft = Pick<Report, 'category' | 'text'> & { readonly about?: Subject };

export type ReportRefusal = 'notAReport' | 'newerReport';

/** A text as it may travel: cut at the longest, without what no keyboard writes. */
export function cleanText(text: string): string {
  const cleaned = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
  // Not in the middle of a character that takes two places.
  return cleaned
    .trim()
    .slice(0, longestText)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** The report of a draft; undefined when it says too little to be one: an idea without words. */
export function reportOf(draft: Draft, id: string, application: string): Report | undefined {
  const parsed = v.safeParse(reportSchema, {
    version,
    id,
    application,
    ...draft,
    text: cleanText(draft.text),
  });
  return parsed.success ? parsed.output : undefined;
}

/** The text of a report, as it is shown, kept and sent. */
export function printReport(report: Report): string {
  return canonicalJson(report);
}

/** The report in a text; refused when it is none, or of a version that this code does not know. */
export function readReport(text: string): Result<Report, ReportRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refusal('notAReport');
  }
  const named = v.safeParse(v.object({ version: whole }), value);
  if (named.success && named.output.version > version) return refusal('newerReport');
  const parsed = v.safeParse(reportSchema, value);
  return parsed.success ? success(parsed.output) : refusal('notAReport');
}
