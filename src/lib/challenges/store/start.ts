import * as v from 'valibot';
import { appIconNames } from '../phone/app-icon.ts';
import { permissionNames } from '../phone/start.ts';

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/i, 'an id is made of letters, digits and hyphens'),
);
const day = v.pipe(v.string(), v.isoDate());
const euros = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ages = [0, 7, 12, 16, 18] as const;

/** What an author writes for one app of the shop; `size` in MB, prices in euros. */
const app = v.strictObject({
  id,
  name: text,
  publisher: text,
  icon: v.optional(v.picklist(appIconNames), 'app'),
  about: text,
  rating: v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
  ratings: whole,
  /** How many in a hundred gave five stars, four, three, two, one. */
  spread: v.optional(v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100))), v.length(5))),
  reviews: v.optional(
    v.array(
      v.strictObject({
        stars: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
        date: day,
        text,
      }),
    ),
    [],
  ),
  size: v.pipe(v.number(), v.minValue(1), v.maxValue(5000)),
  price: v.optional(euros, 0),
  /** Things are sold inside. */
  sells: v.optional(v.boolean(), false),
  subscription: v.optional(
    v.strictObject({
      price: euros,
      every: v.picklist(['week', 'month', 'year']),
      trial: v.optional(whole, 0),
    }),
  ),
  permissions: v.optional(v.array(v.picklist(permissionNames)), []),
  age: v.optional(v.picklist(ages), 0),
  updated: day,
  sponsored: v.optional(v.boolean(), false),
  /** Words that find it, besides its name. */
  finds: v.optional(v.array(text), []),
  installed: v.optional(v.boolean(), false),
  update: v.optional(v.boolean(), false),
  subscribed: v.optional(v.boolean(), false),
});
export type StoreApp = v.InferOutput<typeof app>;

/** What an author writes under `start` for the app store. */
export const storeStart = v.strictObject({
  /** Room left on the telephone, in MB. */
  free: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(500_000)), 4000),
  settings: v.optional(
    v.strictObject({
      askFirst: v.optional(v.boolean(), false),
      autoUpdate: v.optional(v.boolean(), false),
      age: v.optional(v.picklist(ages), 18),
    }),
    {},
  ),
  apps: v.pipe(v.array(app), v.minLength(2), v.maxLength(20)),
  /** Words to tap instead of typing a search. */
  tiles: v.optional(v.array(text), []),
});
export type StoreStart = v.InferOutput<typeof storeStart>;

/** Every `@key` of a start. */
export function storeTexts(start: StoreStart): readonly string[] {
  return [
    ...start.apps.flatMap((each) => [
      each.name,
      each.publisher,
      each.about,
      ...each.reviews.map((review) => review.text),
      ...each.finds,
    ]),
    ...start.tiles,
  ].filter((each) => each.startsWith('@'));
}

/** Faults of sense in a start, in English; empty when there is none. */
export function storeFaults(start: StoreStart): readonly string[] {
  const ids = start.apps.map((each) => each.id);
  return [
    ...ids
      .filter((each, index) => ids.indexOf(each) !== index)
      .map((each) => `the app "${each}" is given twice`),
    ...ids.filter((each) => reserved.includes(each)).map((each) => `no app may be named "${each}"`),
    ...start.apps
      .filter(
        ({ spread }) =>
          spread !== undefined && Math.abs(spread.reduce((sum, each) => sum + each, 0) - 100) > 1,
      )
      .map((each) => `the stars of "${each.id}" do not make 100 in all`),
    ...start.apps
      .filter((each) => each.subscribed && (each.subscription === undefined || !each.installed))
      .map((each) => `"${each.id}" is subscribed and has no subscription, or is not installed`),
    ...start.apps
      .filter((each) => each.update && !each.installed)
      .map((each) => `"${each.id}" has an update and is not installed`),
  ];
}

const reserved = ['installed', 'removed', 'settings', 'answer', 'free', 'spent', 'searched', 'screens'];
