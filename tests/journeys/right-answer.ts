import * as v from 'valibot';
import { hotspotKind } from '#lib/challenges/hotspot/challenge.ts';
import { matchingKind } from '#lib/challenges/matching/challenge.ts';
import { multipleChoiceKind } from '#lib/challenges/multiple-choice/challenge.ts';
import { severalFieldsKind } from '#lib/challenges/several-fields/challenge.ts';
import { singleChoiceKind } from '#lib/challenges/single-choice/challenge.ts';
import { wordsOf } from '#lib/content/words.ts';
import { challenges } from '../contract/challenges.ts';

/** One thing done to answer, told in the words of the screen. */
export type Deed =
  | { readonly does: 'choose'; readonly role: 'radio' | 'checkbox'; readonly name: string }
  /** In the field of that label; an empty one stands for the only field. */
  | { readonly does: 'write'; readonly label: string; readonly text: string }
  | { readonly does: 'take'; readonly list: string; readonly option: string }
  | { readonly does: 'press'; readonly name: string };

/** A right answer to a challenge, where it is chosen or typed; undefined where it is given otherwise. */
export function rightAnswer(item: string | null): readonly Deed[] | undefined {
  const authored = challenges.find(({ challenge }) => challenge.id === item);
  if (authored?.texts.fr === undefined) throw new Error(`${item ?? 'nothing'} is not written in French`);
  const words = wordsOf(authored.texts.fr);
  const { kind, params } = authored.challenge;
  const response = authored.examples.fr?.find(({ outcome }) => outcome === 'correct')?.response;
  const textIn = (all: readonly { readonly id: string; readonly text: string }[], id: string): string =>
    words(all.find((each) => each.id === id)?.text ?? '');
  switch (kind) {
    case 'single-choice': {
      const { options, answer } = v.parse(singleChoiceKind.params, params);
      return [{ does: 'choose', role: 'radio', name: textIn(options, answer) }];
    }
    case 'multiple-choice': {
      const { options, answers } = v.parse(multipleChoiceKind.params, params);
      return answers.map((id) => ({ does: 'choose', role: 'checkbox', name: textIn(options, id) }));
    }
    case 'number':
    case 'short-text':
      return [{ does: 'write', label: '', text: v.parse(v.object({ text: v.string() }), response).text }];
    case 'several-fields': {
      const { fields } = v.parse(severalFieldsKind.params, params);
      const { values } = v.parse(severalFieldsKind.response, response);
      return fields.map(({ id, label }) => ({ does: 'write', label: words(label), text: values[id] ?? '' }));
    }
    case 'matching': {
      const { left, right } = v.parse(matchingKind.params, params);
      const { pairs } = v.parse(matchingKind.response, response);
      return left.map(({ id, text }) => ({
        does: 'take',
        list: words(text),
        option: textIn(right, pairs[id] ?? ''),
      }));
    }
    case 'hotspot': {
      const { zones } = v.parse(hotspotKind.params, params);
      const { selected } = v.parse(hotspotKind.response, response);
      return zones
        .filter(({ id }) => selected.includes(id))
        .map(({ label }) => ({ does: 'press', name: words(label) }));
    }
    default:
      return undefined;
  }
}
