import * as v from 'valibot';
import { checkBank, type Bank, type BankRefusal } from '#lib/adaptive/bank.ts';
import { USUAL_RHO_DOUBT } from '#lib/adaptive/factor.ts';
import type { Item } from '#lib/adaptive/item.ts';
import { parseJson, type FileFault, type JsonFile } from '#lib/adaptive/json-file.ts';

const number = v.pipe(v.number(), v.finite());
const itemSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  competence: v.string(),
  a: number,
  b: number,
  c: number,
  sd: v.optional(v.object({ a: number, b: number })),
  steps: v.optional(v.array(number)),
  skill: v.optional(v.string()),
  level: v.optional(number),
  timed: v.optional(v.boolean()),
  enemies: v.optional(v.array(v.string())),
});
const bankSchema = v.object({
  competences: v.array(v.string()),
  rho: v.union([number, v.array(number)]),
  rhoSd: v.optional(number),
  cuts: v.array(number),
  revision: v.optional(number),
  items: v.array(itemSchema),
  prices: v.optional(v.record(v.string(), v.array(number))),
});

const mends: Readonly<Record<BankRefusal, string>> = {
  badCompetences: 'Name each competence once.',
  areasDoNotPartition: 'Name competences as area.number, for example 1.1.',
  rhoOutOfRange: 'Give one number a competence, from 0 to 0.95.',
  badRhoDoubt: 'Give rhoSd a number from 0, or leave it out.',
  cutsNotIncreasing: 'Give the cuts in increasing order, each once.',
  duplicateItem: 'Give each item an id of its own.',
  unknownCompetence: 'Use one of the competences at the top of the file, or add it there.',
  badDiscrimination: 'Give a discrimination above 0.',
  badDifficulty: 'Give a difficulty that is a number.',
  badGuessing: 'Give a probability from 0 to below 1, and 0 for a task in steps.',
  badSteps: 'Give at least one step, each a number, or leave steps out.',
  badDoubt: 'Give SDs from 0 up, or leave sd out.',
  badPrices: 'Give one price an item, each 1 or more, or leave prices out to have them computed.',
};

/** A bank and its revision, 0 for one that has none; or each fault of the file with its line and how to mend it. */
export type ReadBank =
  | { readonly ok: true; readonly bank: Bank; readonly revision: number }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** The bank of a JSON text. Areas are the parts of the competences before the dot, in order. */
export function bankFromText(text: string): ReadBank {
  const file = parseJson(text, bankSchema);
  if (!file.ok) return file;
  const { competences, cuts, items, prices, revision = 0 } = file.value;
  const fault = (path: readonly (string | number)[], message: string, mend: string): ReadBank => ({
    ok: false,
    faults: [{ line: file.lineOf(path), message, mend }],
  });
  const stranger = items.findIndex(({ competence }) => !competences.includes(competence));
  if (stranger >= 0) {
    const { id, competence } = items[stranger] as (typeof items)[number];
    const message = `item ${id} is of a competence "${competence}" that the bank lacks`;
    return fault(['items', stranger, 'competence'], message, mends.unknownCompetence);
  }
  const empty = competences.findIndex((name) => !items.some(({ competence }) => competence === name));
  if (empty >= 0) {
    const message = `competence "${competences[empty]}" has no item`;
    return fault(['competences', empty], message, 'Add an item to it, or take it out.');
  }
  const bank = bankOf(file, competences);
  const checked = checkBank({ ...bank, cuts, ...(prices === undefined ? {} : { prices }) });
  if (checked.ok) return { ok: true, bank: checked.value, revision };
  const { reason, detail = '' } = checked;
  return fault(placeOf(reason, detail, items), `${sentenceOf(reason)}: ${detail}`, mends[reason]);
}

/** The JSON text of a bank, which `bankFromText` reads back to the same. */
export function bankToText(bank: Bank, revision: number): string {
  const { competences, rho, rhoDoubt, cuts, items, prices } = bank;
  const spread = meanSpread(rho);
  const head = {
    revision,
    competences,
    rho,
    // Where no competence shares anything, there is nothing to doubt.
    ...(spread > 0 ? { rhoSd: rhoDoubt * spread } : {}),
    cuts,
    ...(prices === undefined ? {} : { prices }),
  };
  const lines = items.map((item) =>
    JSON.stringify({ ...item, competence: competences[item.competence] ?? '' }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"items":[\n${lines.join(',\n')}\n]}\n`;
}

type Parsed = v.InferOutput<typeof bankSchema>;

function bankOf({ value }: JsonFile<Parsed>, competences: readonly string[]): Bank {
  const names = [...new Set(competences.map(areaName))];
  const rho = typeof value.rho === 'number' ? competences.map(() => value.rho as number) : value.rho;
  const spread = meanSpread(rho);
  const numbers = new Map(competences.map((name, index) => [name, index]));
  return {
    competences,
    areas: names.map((name) => competences.flatMap((own, index) => (areaName(own) === name ? [index] : []))),
    rho,
    rhoDoubt:
      value.rhoSd === undefined
        ? USUAL_RHO_DOUBT
        : spread > 0
          ? value.rhoSd / spread
          : Math.min(0, value.rhoSd),
    cuts: value.cuts,
    items: value.items.map((item): Item => ({
      ...withoutUndefined(item),
      competence: numbers.get(item.competence) as number,
    })),
  };
}

/** How much rho moves for a unit of its logit, at the mean: the derivative of the logistic curve. */
function meanSpread(rho: readonly number[]): number {
  return rho.reduce((sum, share) => sum + share * (1 - share), 0) / rho.length;
}

function areaName(competence: string): string {
  return competence.split('.')[0] ?? '';
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: NonNullable<Value[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]: NonNullable<Value[Key]>;
  };
}

function placeOf(reason: BankRefusal, detail: string, items: Parsed['items']): (string | number)[] {
  const last = items.findLastIndex(({ id }) => id === detail);
  switch (reason) {
    case 'badCompetences':
    case 'areasDoNotPartition':
      return ['competences'];
    case 'rhoOutOfRange':
      return ['rho'];
    case 'badRhoDoubt':
      return ['rhoSd'];
    case 'cutsNotIncreasing':
      return ['cuts'];
    case 'badPrices':
      return ['prices', detail];
    case 'duplicateItem':
      return ['items', last, 'id'];
    case 'badDiscrimination':
      return ['items', last, 'a'];
    case 'badDifficulty':
      return ['items', last, 'b'];
    case 'badGuessing':
      return ['items', last, 'c'];
    case 'badSteps':
      return ['items', last, 'steps'];
    case 'badDoubt':
      return ['items', last, 'sd'];
    case 'unknownCompetence':
      return ['items', last, 'competence'];
  }
}

function sentenceOf(reason: BankRefusal): string {
  const sentences: Readonly<Record<BankRefusal, string>> = {
    badCompetences: 'the competences are none, or one stands twice',
    areasDoNotPartition: 'the competences do not make up areas',
    rhoOutOfRange: 'rho is out of range',
    badRhoDoubt: 'the doubt about rho is no SD',
    cutsNotIncreasing: 'the cuts do not increase',
    duplicateItem: 'two items have one id',
    unknownCompetence: 'a competence is unknown',
    badDiscrimination: 'a discrimination is not above 0',
    badDifficulty: 'a difficulty is no number',
    badGuessing: 'a guessing probability is out of range',
    badSteps: 'steps are none, or one is no number',
    badDoubt: 'a doubt is no SD',
    badPrices: 'prices do not fit the items',
  };
  return sentences[reason];
}
