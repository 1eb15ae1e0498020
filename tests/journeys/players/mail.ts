import type { Locator, Page } from '@playwright/test';
import { mailSimulator } from '#lib/challenges/mail/challenge.ts';
import { letterOf, personOf } from '#lib/challenges/mail/letter.ts';
import { placedOf, type MailState } from '#lib/challenges/mail/state.ts';
import type { MailFolder, MailStart } from '#lib/challenges/mail/start.ts';
import { labelOf } from '#lib/challenges/web/label.ts';
import { frExercise } from '#lib/i18n/messages/fr-exercise.ts';
import { beginning, button, same, wholly, type Hand } from '../hand.ts';
import { simulatorPlayer } from './player.ts';

const words = frExercise.mail;

interface Box {
  readonly hand: Hand;
  readonly start: MailStart;
  readonly state: MailState;
  readonly plain: (text: string) => string;
}

export const perform = simulatorPlayer(mailSimulator, async (page, action, box) => {
  const { hand, start, state, plain, rich } = box;
  const dialog = page.getByRole('dialog');
  const textOf = (tiles: readonly { readonly id: string; readonly text: string }[], id: string): string =>
    plain(tiles.find((tile) => tile.id === id)?.text ?? `no tile "${id}"`);
  const nameOf = (person: string): string =>
    person === 'me' ? words.me : plain(personOf(start, person).name);
  const reading = letterOf(state, start, state.reading);
  const papers = [...start.documents, ...start.messages.flatMap((message) => message.attachments)];
  const paperOf = (id: string): string => plain(papers.find((paper) => paper.id === id)?.name ?? id);
  switch (action.do) {
    case 'enter':
      return enter(page, hand, action.folder);
    case 'read':
      return read(page, box, action.id);
    case 'close':
      return hand.press(button(page, frExercise.simulators.back));
    case 'details':
      return hand.press(button(page, words.showAddress));
    case 'openAttachment':
      return hand.press(button(page, beginning(paperOf(action.id))));
    case 'follow': {
      const body = rich(reading?.body ?? '');
      const label = labelOf(body, `page:${action.id}`) || labelOf(body, `do:${action.id}`);
      return hand.press(button(page, label));
    }
    case 'move':
      await read(page, box, action.id);
      await hand.press(button(page, words.move));
      return hand.press(button(dialog, words.folderNames[action.to]));
    case 'delete':
    case 'report':
    case 'block':
    case 'reply':
    case 'replyAll':
    case 'forward':
      await read(page, box, action.id);
      return hand.press(button(page, words[action.do]));
    case 'compose':
      await backToList(page, hand);
      return hand.press(button(page, words.compose));
    case 'add': {
      const field = words.fields[action.field];
      await hand.press(button(page, words.addTo(field)));
      await hand.choose(dialog.getByRole('checkbox', { name: beginning(nameOf(action.contact)) }));
      return hand.press(button(dialog, frExercise.simulators.done));
    }
    case 'remove': {
      const field = page.getByRole('group', { name: words.fields[action.field], exact: true });
      return hand.press(button(field, words.remove(nameOf(action.contact))));
    }
    case 'subject':
      return 'id' in action
        ? hand.press(button(page, textOf(start.subjects, action.id)))
        : hand.fill(page.getByLabel(words.subject, { exact: true }), action.text);
    case 'phrase':
      return hand.press(button(page, textOf(start.phrases, action.id)));
    case 'unphrase':
      return hand.press(button(page, words.remove(`« ${textOf(start.phrases, action.id)} »`)));
    case 'body':
      return hand.fill(page.locator('main textarea'), action.text);
    case 'attach':
      await hand.press(button(page, words.attach));
      return hand.press(button(dialog, beginning(paperOf(action.id))));
    case 'detach':
      return hand.press(button(page, words.remove(paperOf(action.id))));
    case 'send':
    case 'discard':
      return hand.press(button(page, words[action.do]));
  }
});

/** Opens a folder; on a narrow screen the folders wait behind their button. */
async function enter(page: Page, hand: Hand, folder: MailFolder): Promise<void> {
  await backToList(page, hand);
  const title = listTitle(page);
  if (same(await title.innerText(), words.folderNames[folder])) return;
  const folders = page.getByRole('navigation', { name: words.folders });
  if (!(await folders.isVisible())) await hand.press(button(page, words.folders));
  await hand.press(button(folders, beginning(words.folderNames[folder])));
}

/** Opens a message, in the folder where it is; does nothing when it is open. */
async function read(page: Page, { hand, start, state, plain }: Box, id: string): Promise<void> {
  const letter = letterOf(state, start, id);
  if (letter === undefined) throw new Error(`there is no message "${id}"`);
  if (state.reading === id && !state.writing) return;
  await enter(page, hand, placedOf(state, id)?.in ?? 'sent');
  const rows = page.locator('[data-pane=list] li button');
  const subject = plain(letter.subject) || words.noSubject;
  const who = letter.from === 'me' ? '' : letter.from === '' ? '' : plain(personOf(start, letter.from).name);
  await hand.press(
    rows
      .filter({ has: page.locator('.subject', { hasText: wholly(subject) }) })
      .filter({ hasText: who })
      .first(),
  );
}

async function backToList(page: Page, hand: Hand): Promise<void> {
  while (!(await listTitle(page).isVisible())) await hand.press(button(page, frExercise.simulators.back));
}

function listTitle(page: Page): Locator {
  return page.locator('[data-pane=list] [data-title]');
}
