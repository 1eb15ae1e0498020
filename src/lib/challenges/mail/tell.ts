import { labelOf } from '../web/label.ts';
import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { MailAction } from './action.ts';
import { mailSimulator } from './challenge.ts';
import { letterOf, personOf } from './letter.ts';
import type { MailFolder, MailStart } from './start.ts';
import { placedOf, type MailState } from './state.ts';

type MailScene = SimulatorScene<MailStart, MailState>;

export const teller = simulatorTeller(mailSimulator, tellMail);

/** How an action with mail is done on the screen. */
function tellMail(action: MailAction, scene: MailScene): readonly Clause[] {
  const { say, start, state, plain, rich } = scene;
  const { done } = scene.words.simulators;
  const words = scene.words.mail;
  const nameOf = (person: string): string =>
    person === 'me' ? words.me : plain(personOf(start, person).name);
  const textOf = (tiles: MailStart['phrases'], id: string): string =>
    plain(tiles.find((tile) => tile.id === id)?.text ?? '');
  const paperOf = (id: string): string => {
    const papers = [...start.documents, ...start.messages.flatMap((message) => message.attachments)];
    return plain(papers.find((paper) => paper.id === id)?.name ?? '');
  };
  switch (action.do) {
    case 'enter':
      return folderOpened(action.folder, scene);
    case 'read':
      return letterOpened(action.id, scene);
    case 'close':
      return [say.press(scene.words.simulators.back)];
    case 'details':
      return [say.press(words.showAddress)];
    case 'openAttachment':
      return [say.press(paperOf(action.id))];
    case 'follow': {
      const body = rich(letterOf(state, start, state.reading)?.body ?? '');
      return [say.press(labelOf(body, `page:${action.id}`) || labelOf(body, `do:${action.id}`))];
    }
    case 'move':
      return [
        ...letterOpened(action.id, scene),
        say.press(words.move),
        say.press(words.folderNames[action.to]),
      ];
    case 'delete':
    case 'report':
    case 'block':
    case 'reply':
    case 'replyAll':
    case 'forward':
      return [...letterOpened(action.id, scene), say.press(words[action.do])];
    case 'compose':
      return [...backToList(scene), say.press(words.compose)];
    case 'add':
      return [
        say.press(words.add, say.beside(words.fields[action.field])),
        say.tick(nameOf(action.contact)),
        say.press(done),
      ];
    case 'remove':
      return [say.pressCross(nameOf(action.contact), say.beside(words.fields[action.field]))];
    case 'subject':
      return 'id' in action
        ? [say.press(textOf(start.subjects, action.id), say.under(words.subjectTiles))]
        : [say.write(action.text, say.inside(words.subject))];
    case 'phrase':
      return [say.press(textOf(start.phrases, action.id), say.under(words.phrases))];
    case 'unphrase':
      return [say.press(words.takeOut, say.beside(textOf(start.phrases, action.id)))];
    case 'body':
      return [say.write(action.text, say.inside(start.phrases.length > 0 ? words.typeToo : words.typeHere))];
    case 'attach':
      return [say.press(words.attach), say.press(paperOf(action.id))];
    case 'detach':
      return [say.press(words.takeOut, say.beside(paperOf(action.id)))];
    case 'send':
    case 'discard':
      return [say.press(words[action.do])];
  }
}

function backToList({ say, state, words }: MailScene): readonly Clause[] {
  return state.reading === '' && !state.writing ? [] : [say.press(words.simulators.back)];
}

function folderOpened(folder: MailFolder, scene: MailScene): readonly Clause[] {
  const { say, state } = scene;
  const words = scene.words.mail;
  const back = backToList(scene);
  return state.folder === folder
    ? back
    : [...back, say.press(words.folderNames[folder], say.inside(words.folders))];
}

/** Nothing when the message is open. */
function letterOpened(id: string, scene: MailScene): readonly Clause[] {
  const { say, start, state, plain } = scene;
  if (state.reading === id && !state.writing) return [];
  const subject = plain(letterOf(state, start, id)?.subject ?? '');
  return [
    ...folderOpened(placedOf(state, id)?.in ?? 'sent', scene),
    say.press(subject || scene.words.mail.noSubject),
  ];
}
