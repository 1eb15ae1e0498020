import { normalised } from '#lib/base/normalise.ts';

/** Words too common in French or English to find anything by. */
const common = new Set(
  (
    'a ai au aux avec c ce ces cet cette ca d dans de des du elle en est et eux il ils j je l la le les leur lui m ma ' +
    'mes mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sont sur t ta te tes ton un une vos ' +
    'votre vous y an and are as at be by for from has i in is it its my of on or our that the their this to was we ' +
    'with you your'
  ).split(' '),
);

/** The words of a text evened out (case, accents, punctuation), each with its ending trimmed, common words left out. */
export function stems(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => !common.has(word))
    .map(stem);
}

/** The words of a text evened out, in order. */
export function wordsOf(text: string): readonly string[] {
  return normalised(text)
    .split(' ')
    .filter((word) => word !== '');
}

/**
 * A word without the endings that number and gender change in French and in English: horaires and horaire, journaux
 * and journal, fermées and fermé, libraries and library give the same stem. Expects a word evened out.
 */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  let result = word;
  if (result.endsWith('eaux')) result = result.slice(0, -1);
  else if (result.endsWith('aux')) result = `${result.slice(0, -2)}l`;
  else if (/[eo]ux$/.test(result)) result = result.slice(0, -1);
  else if (result.endsWith('s') && !result.endsWith('ss')) result = result.slice(0, -1);
  if (result.length > 4) result = result.replace(/ail$/, 'al');
  if (result.length > 3) result = result.replace(/(.{3})e+$/, '$1').replace(/y$/, 'i');
  return result;
}
