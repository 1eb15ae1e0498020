import * as v from 'valibot';

/** Why a server does not take a report; the last two ask to come again later. */
const answerRefusals = ['notAReport', 'newerReport', 'tooLarge', 'tooMany', 'full'] as const;
export type AnswerRefusal = (typeof answerRefusals)[number];

const answerSchema = v.union([
  /** The id of the report that is kept, and when it came first (UTC milliseconds). */
  v.object({ received: v.string(), at: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ reason: v.picklist(answerRefusals) }),
]);
/** What a server says of a report. */
export type Answer = v.InferOutput<typeof answerSchema>;

/** What a server said of a report; undefined when it is no such answer (a captive portal's page, another reason). */
export function readAnswer(value: unknown): Answer | undefined {
  const parsed = v.safeParse(answerSchema, value);
  return parsed.success ? parsed.output : undefined;
}

/** Whether the same report would be refused again: then it is not sent again by itself. */
export function isFinal(reason: AnswerRefusal): boolean {
  return reason !== 'tooMany' && reason !== 'full';
}
