import { assert } from '#lib/base/assert.ts';
import type { MultipleChoiceParams } from '#lib/challenges/multiple-choice/challenge.ts';
import type { Picture } from '#lib/challenges/picture.ts';
import type { SingleChoiceParams } from '#lib/challenges/single-choice/challenge.ts';
import type { ChallengeSet } from '#lib/content/challenge-set.ts';
import type { ItemEntry } from '#lib/content/manifest.ts';
import { questionOf, type Question } from '#lib/assessment/question.ts';
import { isPaperKind, printedOrder, type PaperKind } from './form.ts';

/** A question as paper shows it; what is right is not in it. */
export interface PaperQuestion {
  readonly id: string;
  readonly kind: PaperKind;
  readonly question: Question;
  /** In the order of the sheet, each with its letter. */
  readonly options: readonly { readonly id: string; readonly letter: string; readonly text: string }[];
  readonly picture: Picture | undefined;
}

const letters = 'ABCDEF';

/** The question of that id, which must be among them. */
export function questionIn(questions: readonly PaperQuestion[], id: string): Question {
  const found = questions.find((each) => each.id === id);
  assert(found !== undefined, `a question of the form, not ${id}`);
  return found.question;
}

/** The questions of a form with their words; those that the content lacks are left out. */
export function paperQuestions(form: readonly ItemEntry[], content: ChallengeSet): readonly PaperQuestion[] {
  return form.flatMap(({ id, kind }) => {
    const worded = content.challenges.get(id);
    const question = worded && questionOf(worded);
    if (question === undefined || !isPaperKind(kind)) return [];
    const params = question.params as Pick<SingleChoiceParams, 'options' | 'picture'> | MultipleChoiceParams;
    const options = printedOrder(id, params.options).map((option, place) => ({
      id: option.id,
      letter: letters.charAt(place),
      text: question.plain(option.text),
    }));
    return [{ id, kind, question, options, picture: 'picture' in params ? params.picture : undefined }];
  });
}
