import { expect, test, type Page } from '@playwright/test';
import type { Json } from '#lib/base/canonical-json.ts';
import { evaluate } from '#lib/i18n/messages/fr/evaluate.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { lessons as lessonWords } from '#lib/i18n/messages/fr/lessons.ts';
import { player } from '#lib/i18n/messages/fr/player.ts';
import { practice } from '#lib/i18n/messages/fr/practice.ts';
import { progress as words } from '#lib/i18n/messages/fr/progress.ts';
import { challenges } from '../contract/challenges.ts';
import { readyOffline, taskDrawn } from './device.ts';
import { beginning, keyboard, type Hand } from './hand.ts';
import { asked } from './journal.ts';
import { arrives, press, staysSomewhere } from './keyboard.ts';
import { actionsOf, play } from './play.ts';
import { narrow } from './screen-checks.ts';
import { ServerProcess } from './server-process.ts';
import { answer, lesson, levelMoved, review, skill, takeTest, toDay } from './weeks.ts';

test.use({ viewport: narrow });

/** The keyboard of somebody who must not lose their place: whatever is pressed, the focus is somewhere after it. */
const keys: Hand = {
  ...keyboard,
  press: async (control) => {
    const page = control.page();
    await keyboard.press(control);
    await staysSomewhere(page);
  },
};

/** Opens what is closed under a summary. */
async function unfold(page: Page, name: string): Promise<void> {
  await keys.press(page.locator('summary').filter({ hasText: name }));
}

/** Takes the lesson whose cover is on the screen, to its end. */
async function takeLesson(page: Page): Promise<void> {
  await arrives(page, lesson.title);
  await press(page, lessonWords.cover.begin);
  for (const step of lesson.steps) {
    switch (step.type) {
      case 'text':
        await arrives(page, step.title);
        await press(page, lessonWords.next);
        break;
      case 'try': {
        await arrives(page, lessonWords.try.title);
        await expect(page.getByRole('button', { name: player.validate })).toBeVisible();
        await taskDrawn(page);
        const authored = challenges.find(({ challenge }) => challenge.id === step.challenge)!;
        const right = authored.examples.fr?.find(({ outcome }) => outcome === 'correct');
        await play(page, authored, actionsOf(authored, right?.response as Json), keys);
        await press(page, player.validate);
        await arrives(page, player.outcome.correct);
        await press(page, lessonWords.next);
        break;
      }
      case 'check': {
        await arrives(page, lessonWords.check.title);
        const name = step.options.find(({ id }) => id === step.answer)?.text ?? '';
        await keys.choose(page.getByRole('radio', { name }));
        await press(page, player.validate);
        await expect(page.getByText(lessonWords.check.right)).toBeVisible();
        await staysSomewhere(page);
        await press(page, lessonWords.next);
        break;
      }
      case 'remember':
        await arrives(page, lessonWords.remember);
        await press(page, lessonWords.finish);
    }
  }
  await arrives(page, lessonWords.end.title);
}

test('three weeks without a network with the keyboard alone: evaluated, practised, taught, reviewed, and the level moves', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const server = await ServerProcess.started();
  try {
    await toDay(page, 0);
    await page.goto(server.address);
    await readyOffline(page);
    await server.stop();

    await test.step('the first day: a test, its badge, the profile', async () => {
      await press(page, learner.home.evaluate, 'link');
      await arrives(page, evaluate.title);
      await press(page, beginning(evaluate.tests.topic.name), 'link');
      await arrives(page, learner.competences.title);
      await press(page, /^Interagir/, 'link');
      await arrives(page, learner.identity.title);
      await keys.fill(page.getByLabel(learner.identity.nickname), 'Andrée');
      await keys.choose(page.getByRole('radio', { name: 'Le renard' }));
      await press(page, learner.identity.begin);
      await arrives(page, /^Question 1 sur \d+$/);
      await takeTest(page, keys, false);
      await expect(page.getByText(words.badges.names.firstTest)).toBeVisible();
      await staysSomewhere(page);
      await press(page, words.title, 'link');
      await arrives(page, words.title);
      await expect(page.getByText(words.levels.remaining(15))).toBeVisible();
    });

    await test.step('later that day: what was missed is practised, and the lesson that teaches it is taken', async () => {
      await unfold(page, 'Communication et collaboration');
      await press(page, /^Interagir/, 'link');
      await arrives(page, /^Interagir/);
      await expect(page.getByText(words.again.from('vendredi 6 mars'))).toBeVisible();
      await press(page, words.topic.practise, 'link');
      await arrives(page, practice.title);
      await press(page, new RegExp(skill));
      await arrives(page, /^Question 1 sur \d+$/);
      await press(page, player.dontKnow);
      await arrives(page, player.outcome.skipped);
      await press(page, beginning(lessonWords.link), 'link');
      await takeLesson(page);
      await expect(page.getByText(words.badges.names.firstLesson)).toBeVisible();
      await keys.choose(page.getByRole('radio', { name: lessonWords.end.ratings.yes }));
      await expect(page.getByText(lessonWords.end.thanks)).toBeVisible();
      await press(page, lessonWords.end.keep);
      await expect(page.getByRole('button', { name: lessonWords.end.isKept, pressed: true })).toBeFocused();
      await press(page, learner.home.resumePractice, 'link');
      await arrives(page, /^Question 2 sur \d+$/);
      while ((await asked(page)) !== null) await answer(page, keys, true);
      await arrives(page, practice.title);
    });

    await test.step('a week later: what is due is reviewed, until nothing is left', async () => {
      await toDay(page, 7);
      await page.goto(server.address);
      await press(page, /révisions? aujourd’hui/, 'link');
      await arrives(page, /^\d révisions? aujourd’hui$/);
      expect(await review(page, keys)).toBeGreaterThan(0);
      await arrives(page, words.reviews.done);
      await expect(page.getByText(/Prochaine révision\s: \S+ \d+ mars\./)).toBeVisible();
      await press(page, words.title, 'link');
      await arrives(page, words.title);
      await expect(page.getByText(words.badges.names.comeback)).toBeVisible();
    });

    await test.step('three weeks after: the plan asks for the test, and the level moves', async () => {
      await toDay(page, 21);
      await page.goto(server.address);
      await press(page, beginning(words.title), 'link');
      await arrives(page, words.title);
      await press(page, /Faire un test/, 'link');
      await arrives(page, learner.identity.title);
      await press(page, learner.identity.begin);
      await arrives(page, /^Question 1 sur \d+$/);
      await takeTest(page, keys, true);
      const { before, after } = await levelMoved(page);
      await press(page, words.title, 'link');
      await arrives(page, words.title);
      await press(page, words.history.title, 'link');
      await arrives(page, words.history.title);
      await expect(page.getByRole('img', { name: /2 tests/ })).toBeVisible();
      await expect(page.getByText(/^Plus haut que la fois d’avant/)).toBeVisible();
      const row = page.getByRole('row').nth(1);
      await expect(row).toContainText(words.history.range(before.level, before.low, before.high));
      await expect(row).toContainText(words.history.range(after.level, after.low, after.high));
      await press(page, words.title, 'link');
      await arrives(page, words.title);
    });
  } finally {
    await server.stop('SIGKILL');
  }
});
