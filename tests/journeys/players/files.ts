import { expect, type Page } from '@playwright/test';
import { filesSimulator } from '#lib/challenges/files/challenge.ts';
import { entryOf, type FilesState } from '#lib/challenges/files/state.ts';
import { ancestorsOf } from '#lib/challenges/files/tree.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button, same, type Hand } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.files;
const back = frExercise.simulators.back;

export const perform = simulatorPlayer(filesSimulator, async (page, action, { hand, state }) => {
  const dialog = page.getByRole('dialog');
  const nameOf = (id: string): string =>
    id === 'home' ? words.home : (entryOf(state, id)?.name ?? `no entry "${id}"`);
  const wish = (name: string): Promise<void> =>
    hand.press(button(page.getByRole('group', { name: words.actions }), name));
  const name = async (text: string, confirm: string): Promise<void> => {
    await hand.fill(dialog.getByRole('textbox'), text);
    await hand.press(button(dialog, confirm));
  };
  switch (action.do) {
    case 'enter':
      return goTo(page, hand, state, action.id);
    case 'open':
      await choose(page, hand, state, action.id);
      return wish(words.open);
    case 'close':
      return hand.press(button(page, words.closeFile));
    case 'rename':
      await choose(page, hand, state, action.id);
      await wish(words.rename);
      return name(action.name, words.confirmName.rename);
    case 'move':
    case 'copy':
      await choose(page, hand, state, action.id);
      await wish(words[action.do]);
      return hand.press(button(dialog, beginning(nameOf(action.to))));
    case 'delete':
    case 'restore':
      await choose(page, hand, state, action.id);
      return wish(words[action.do]);
    case 'empty':
      await goTo(page, hand, state, 'trash');
      await hand.press(button(page, words.empties));
      return hand.press(button(dialog, words.empties));
    case 'folder':
      await goTo(page, hand, state, action.in);
      await hand.press(button(page, words.newFolder));
      return name(action.name, words.confirmName.folder);
    case 'compress':
      for (const id of action.ids) await choose(page, hand, state, id);
      await wish(words.compress);
      return name(action.name, words.confirmName.compress);
    case 'search':
      await hand.press(button(page, words.search));
      await hand.fill(page.getByRole('searchbox'), action.text);
      return hand.press(button(page, words.searchStart));
    case 'sort':
      await hand.press(button(page, words.sort));
      return hand.choose(page.getByRole('radio', { name: words.sortKeys[action.by] }));
  }
});

/** Chooses an entry: where it is shown, or else in its folder. */
async function choose(page: Page, hand: Hand, state: FilesState, id: string): Promise<void> {
  const entry = entryOf(state, id);
  if (entry === undefined) throw new Error(`there is no entry "${id}"`);
  const box = page.getByRole('checkbox', { name: beginning(entry.name) }).first();
  if (state.search === '' || !(await box.isVisible())) await goTo(page, hand, state, entry.in);
  if (!(await box.isChecked())) await hand.choose(box);
}

/** Goes to a folder as people do: back to where everything begins, then from folder to folder. */
async function goTo(page: Page, hand: Hand, state: FilesState, folder: string): Promise<void> {
  const name = folder === 'home' || folder === 'trash' ? words[folder] : (entryOf(state, folder)?.name ?? '');
  const title = page.locator('.path h2');
  const isThere = async (): Promise<boolean> =>
    (await title.isVisible()) && same(await title.innerText(), name);
  if (await isThere()) return;
  const return_ = button(page, back);
  while ((await return_.getAttribute('aria-disabled')) === 'false') await hand.press(return_);
  if (folder === 'trash') await hand.press(button(page, beginning(words.trash)));
  else {
    for (const step of [...ancestorsOf(state.entries, folder)].reverse().concat(folder)) {
      if (step === 'home') continue;
      await hand.choose(
        page.getByRole('checkbox', { name: beginning(entryOf(state, step)?.name ?? '') }).first(),
      );
      await hand.press(button(page.getByRole('group', { name: words.actions }), words.open));
    }
  }
  await expect.poll(isThere).toBe(true);
}
