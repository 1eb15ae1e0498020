import type { Component } from 'svelte';
import type { Json } from '#lib/base/canonical-json.ts';
import type { KindName } from './challenge.ts';
import type { ViewProps } from './view.ts';

/** A view of any kind; the player gives it the parameters that its kind has parsed. */
export type View = Component<ViewProps<unknown, Json>>;

// A component takes its own parameters and no others, which a table of all kinds cannot say.
const loadedAs = async (loading: Promise<{ readonly default: unknown }>): Promise<View> =>
  (await loading).default as View;

/** Every kind's view, loaded when a challenge of that kind comes. */
export const views: Readonly<Record<KindName, () => Promise<View>>> = {
  'single-choice': () => loadedAs(import('./single-choice/View.svelte')),
  'multiple-choice': () => loadedAs(import('./multiple-choice/View.svelte')),
  'short-text': () => loadedAs(import('./short-text/View.svelte')),
  number: () => loadedAs(import('./number/View.svelte')),
  ordering: () => loadedAs(import('./ordering/View.svelte')),
  matching: () => loadedAs(import('./matching/View.svelte')),
  'several-fields': () => loadedAs(import('./several-fields/View.svelte')),
  'text-selection': () => loadedAs(import('./text-selection/View.svelte')),
  hotspot: () => loadedAs(import('./hotspot/View.svelte')),
  calendar: () => loadedAs(import('./calendar/View.svelte')),
  spreadsheet: () => loadedAs(import('./spreadsheet/View.svelte')),
  chat: () => loadedAs(import('./chat/View.svelte')),
  store: () => loadedAs(import('./store/View.svelte')),
  print: () => loadedAs(import('./print/View.svelte')),
  counter: () => loadedAs(import('./counter/View.svelte')),
  workshop: () => loadedAs(import('./workshop/View.svelte')),
  blocks: () => loadedAs(import('./blocks/View.svelte')),
  social: () => loadedAs(import('./social/View.svelte')),
  studio: () => loadedAs(import('./studio/View.svelte')),
  document: () => loadedAs(import('./document/View.svelte')),
  map: () => loadedAs(import('./map/View.svelte')),
  files: () => loadedAs(import('./files/View.svelte')),
  mail: () => loadedAs(import('./mail/View.svelte')),
  web: () => loadedAs(import('./web/View.svelte')),
  phone: () => loadedAs(import('./phone/View.svelte')),
};
