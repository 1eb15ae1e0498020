/** Answers as they came, in columns; a learner is 64 bits. */
export interface AnswerColumns {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Index in the bank's items. */
  readonly items: Int32Array;
  readonly credits: Uint8Array;
  /** 0 is no group. */
  readonly groups: Uint8Array;
  /** When it was given, in milliseconds. */
  readonly times: Float64Array;
}

/** The answers of some learners, all of each, those of a learner side by side and by competence. */
export interface AnswerBatch {
  /** Where each learner's answers begin, and the end. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly credits: Uint8Array;
  readonly groups: Uint8Array;
  readonly times: Float64Array;
}

/** Answers by batches, which can be gone through again and again. */
export type AnswerSource = () => Iterable<AnswerBatch>;

/** Sorts answers into a batch: the same one whatever their order. `competences` has one entry an item. */
export function batchOf(columns: AnswerColumns, competences: Int32Array): AnswerBatch {
  const { high, low, items, credits, groups, times } = columns;
  const count = items.length;
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const at = (values: Int32Array | Uint32Array | Uint8Array | Float64Array, index: number): number =>
    values[index] as number;
  order.sort((one, other) => {
    const a = items[one] as number;
    const b = items[other] as number;
    return (
      at(high, one) - at(high, other) ||
      at(low, one) - at(low, other) ||
      at(competences, a) - at(competences, b) ||
      a - b ||
      at(times, one) - at(times, other) ||
      at(credits, one) - at(credits, other) ||
      at(groups, one) - at(groups, other)
    );
  });
  const starts: number[] = [];
  for (let place = 0; place < count; place += 1) {
    const here = order[place] as number;
    const before = order[place - 1];
    if (before === undefined || high[here] !== high[before] || low[here] !== low[before]) starts.push(place);
  }
  starts.push(count);
  return {
    starts: Int32Array.from(starts),
    items: Int32Array.from(order, (index) => at(items, index)),
    credits: Uint8Array.from(order, (index) => at(credits, index)),
    groups: Uint8Array.from(order, (index) => at(groups, index)),
    times: Float64Array.from(order, (index) => at(times, index)),
  };
}
