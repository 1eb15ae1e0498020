import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import type { DocumentAction } from './action.ts';
import { documentSimulator } from './challenge.ts';
import { versionBlocks } from './change.ts';
import { newest, type DocumentStart } from './start.ts';
import { fieldSign, wordsIn, type Block, type DocumentState } from './state.ts';

type DocumentScene = SimulatorScene<DocumentStart, DocumentState>;
type OnBlock = Exclude<
  DocumentAction,
  { readonly do: 'mode' | 'guest' | 'look' | 'restore' | 'take' | 'choose' }
>;

export const teller = simulatorTeller(documentSimulator, tellDocument);

/** How an action in a document is done on the screen. */
function tellDocument(action: DocumentAction, scene: DocumentScene): readonly Clause[] {
  const { say, start, state, plain } = scene;
  const words = scene.words.document;
  const back = say.press(scene.words.simulators.back);
  switch (action.do) {
    case 'mode':
      return [say.press(words.modes[action.mode])];
    case 'guest': {
      const guest = start.guests.find(({ id }) => id === action.guest);
      return [guest === undefined ? back : say.press(words.guest(plain(guest.name)))];
    }
    case 'look': {
      if (action.version === '') return [back];
      const version = start.versions.find(({ id }) => id === action.version);
      const name = action.version === newest ? words.newest : plain(version?.name ?? '');
      return [say.press(words.versions), say.press(name)];
    }
    case 'restore':
      return [say.press(words.restore)];
    case 'take': {
      const block = versionBlocks(state, action.version, start, plain).find(({ id }) => id === action.block);
      return [say.press(words.take, block && say.under(blockText(block, scene)))];
    }
    case 'choose':
      return chosen(action.block === '' ? state.chosen : action.block, scene, true);
    default:
      return [...chosen(action.block, scene), ...tellBlock(action, scene)];
  }
}

function tellBlock(action: OnBlock, scene: DocumentScene): readonly Clause[] {
  const { say, start, state, plain } = scene;
  const words = scene.words.document;
  const block = state.blocks.find(({ id }) => id === action.block);
  const isSuggesting = state.mode === 'suggest';
  switch (action.do) {
    case 'style':
      return [say.choose(words.styles[action.style], say.inside(words.style))];
    case 'align':
      return [say.choose(words.aligns[action.align], say.inside(words.align))];
    case 'mark': {
      const phrase = block?.phrases.find(({ id }) => id === action.phrase);
      return [say.press(words.marks[action.mark], phrase && say.under(words.part(phrase.text)))];
    }
    case 'correct': {
      const choice = start.blocks
        .flatMap(({ phrases }) => phrases)
        .find(({ id }) => id === action.phrase)
        ?.choices.find(({ id }) => id === action.choice);
      return [say.press(plain(choice?.text ?? ''))];
    }
    case 'write':
      return [say.write(action.text, say.inside(isSuggesting ? words.writeSuggestion : words.write))];
    case 'alt':
    case 'comment':
      return [say.write(action.text, say.inside(words[action.do]))];
    case 'field': {
      const field = start.fields.find(({ id }) => id === action.field);
      return [say.press(words.insert(plain(field?.name ?? '')))];
    }
    case 'up':
    case 'down':
    case 'add':
    case 'accept':
      return [say.press(words[action.do])];
    case 'reject':
      return [say.press(block?.suggestion?.isMine === true ? words.takeBack : words.reject)];
    case 'remove':
      return [say.press(isSuggesting ? words.suggestRemoval : words.remove)];
  }
}

/** Opens the tools of a block; nothing when they are open, unless one wants to close them. */
function chosen(id: string, scene: DocumentScene, isAlways = false): readonly Clause[] {
  const { say, state, words } = scene;
  const block = state.blocks.find((each) => each.id === id);
  if (block === undefined || (state.chosen === id && !isAlways)) return [];
  const text = blockText(block, scene);
  return [text === '' ? say.pressThat(words.document.how.emptyLine) : say.press(text)];
}

function blockText(block: Block, { start, plain }: DocumentScene): string {
  return wordsIn(block, start, (field) => fieldSign(start, field, plain)).trim();
}
