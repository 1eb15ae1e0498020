import { dayWords } from '../calendar/day-words.ts';
import type { Clause } from '../clauses.ts';
import { simulatorTeller, type SimulatorScene } from '../simulator-teller.ts';
import { priceWords } from '../quantity-words.ts';
import type { CounterAction } from './action.ts';
import { counterSimulator } from './challenge.ts';
import { fileOf } from './change.ts';
import type { CounterStart } from './start.ts';
import { inHand, own, type CounterState } from './state.ts';

type CounterScene = SimulatorScene<CounterStart, CounterState>;

export const teller = simulatorTeller(counterSimulator, tellCounter);

/** How an action at the e-counter is done on the screen. */
function tellCounter(action: CounterAction, scene: CounterScene): readonly Clause[] {
  const { say, start, state, plain, locale } = scene;
  const words = scene.words.counter;
  switch (action.do) {
    case 'visit':
      return [say.press(plain(start.sites.find(({ id }) => id === action.site)?.name ?? ''))];
    case 'home':
      return [say.press(state.place === 'done' ? words.home : scene.words.simulators.back)];
    case 'leave':
      return [say.press(scene.words.simulators.back)];
    case 'mailbox':
      return [say.press(state.letter === '' ? words.mailbox : scene.words.simulators.back)];
    case 'signIn':
    case 'signOut':
      return [say.press(words[action.do])];
    case 'approve':
    case 'refuse': {
      const site = start.sites.find(({ id }) => id === state.site);
      const stray = start.requests.find(({ id }) => id === action.request);
      const [service, code] =
        action.request === own ? [site?.name, start.code] : [stray?.service, stray?.code];
      const request = words.request(plain(service ?? ''), code ?? '');
      return [say.press(words[action.do], say.under(request))];
    }
    case 'open': {
      const procedure = start.procedures.find(({ id }) => id === action.procedure);
      return [say.press(plain(procedure?.title ?? ''))];
    }
    case 'fill':
      return filled(action.field, action.value, scene);
    case 'next':
    case 'previous':
    case 'send':
      return [say.press(words[action.do])];
    case 'pay':
      return [say.press(words.pay(priceWords(inHand(state, start)?.fee ?? 0, locale)))];
    case 'read': {
      const letter =
        start.letters.find(({ id }) => id === action.letter) ??
        start.procedures.find(({ id }) => id === action.letter)?.letter;
      return [say.press(plain(letter?.title ?? ''))];
    }
    case 'keep':
      return [say.press(words.keep(plain(fileOf(start, action.letter) ?? '')))];
  }
}

function filled(wanted: string, value: string, scene: CounterScene): readonly Clause[] {
  const { say, start, state, plain, locale, words } = scene;
  const field = inHand(state, start)?.steps[state.step]?.fields.find(({ id }) => id === wanted);
  if (field === undefined) return [];
  const label = field.required ? plain(field.label) : words.counter.optional(plain(field.label));
  if (field.type === 'tick') return [value === 'yes' ? say.tick(label) : say.untick(label)];
  if (field.type === 'choice' || field.type === 'file') {
    const none = field.type === 'file' ? words.counter.chooseFile : words.counter.choose;
    const option = field.options.find(({ id }) => id === value)?.text;
    const paper = start.papers.find(({ id }) => id === value)?.name;
    return [say.choose(plain(option ?? paper ?? none), say.inside(label))];
  }
  const isDay = field.type === 'date' && value !== '';
  return [
    isDay
      ? say.choose(dayWords(value, locale, true), say.inside(label))
      : say.write(value, say.inside(label)),
  ];
}
