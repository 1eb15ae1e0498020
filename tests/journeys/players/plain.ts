import { hotspotKind } from '#lib/challenges/hotspot/challenge.ts';
import { matchingKind } from '#lib/challenges/matching/challenge.ts';
import { multipleChoiceKind } from '#lib/challenges/multiple-choice/challenge.ts';
import { numberKind } from '#lib/challenges/number/challenge.ts';
import { orderingKind } from '#lib/challenges/ordering/challenge.ts';
import { severalFieldsKind } from '#lib/challenges/several-fields/challenge.ts';
import { shortTextKind } from '#lib/challenges/short-text/challenge.ts';
import { singleChoiceKind } from '#lib/challenges/single-choice/challenge.ts';
import { textSelectionKind } from '#lib/challenges/text-selection/challenge.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { button, same } from '../hand.ts';
import { kindPlayer } from './player.ts';

const words = frExercise.plain;

/** The words of the item with an id. */
function textOf(
  items: readonly { readonly id: string; readonly text: string }[],
  id: string,
  plain: (text: string) => string,
): string {
  const item = items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`there is no "${id}"`);
  return plain(item.text);
}

export const singleChoice = kindPlayer(singleChoiceKind, async (page, { choice }, { hand, asked, plain }) => {
  const name = textOf(asked.options, choice, plain);
  await hand.choose(page.getByRole('radio', { name, exact: true }));
});

export const multipleChoice = kindPlayer(
  multipleChoiceKind,
  async (page, { choices }, { hand, asked, plain }) => {
    for (const choice of choices) {
      const name = textOf(asked.options, choice, plain);
      await hand.choose(page.getByRole('checkbox', { name, exact: true }));
    }
  },
);

export const shortText = kindPlayer(shortTextKind, (page, { text }, { hand }) =>
  hand.fill(page.getByLabel(words.answer), text),
);

export const number = kindPlayer(numberKind, (page, { text }, { hand }) =>
  hand.fill(page.getByLabel(words.answerNumber), text),
);

/** Moves rows up, each to its place, until they stand as told. */
export const ordering = kindPlayer(orderingKind, async (page, { order }, { hand, asked, plain }) => {
  const rows = page.locator('main ol > li');
  let isMoved = false;
  for (const [place, id] of order.entries()) {
    const text = textOf(asked.items, id, plain);
    while (!(await isAt(place, text))) {
      await hand.press(button(page, words.upItem(text)));
      isMoved = true;
    }
  }
  if (!isMoved) await hand.press(button(page, words.orderIsRight));

  async function isAt(place: number, text: string): Promise<boolean> {
    return same(await rows.nth(place).locator('p span').last().innerText(), text);
  }
});

export const matching = kindPlayer(matchingKind, async (page, { pairs }, { hand, asked, plain }) => {
  for (const [left, right] of Object.entries(pairs)) {
    const list = page.getByLabel(textOf(asked.left, left, plain), { exact: true });
    await hand.select(list, textOf(asked.right, right, plain));
  }
});

export const severalFields = kindPlayer(
  severalFieldsKind,
  async (page, { values }, { hand, asked, plain }) => {
    for (const [id, text] of Object.entries(values)) {
      const label = asked.fields.find((field) => field.id === id)?.label ?? id;
      await hand.fill(page.getByLabel(plain(label), { exact: true }), text);
    }
  },
);

export const textSelection = kindPlayer(
  textSelectionKind,
  async (page, { selected }, { hand, asked, plain }) => {
    for (const id of selected) await hand.press(button(page, textOf(asked.pieces, id, plain)));
  },
);

export const hotspot = kindPlayer(hotspotKind, async (page, { selected }, { hand, asked, plain }) => {
  for (const id of selected) {
    const label = asked.zones.find((zone) => zone.id === id)?.label ?? id;
    await hand.press(button(page, plain(label)));
  }
});
