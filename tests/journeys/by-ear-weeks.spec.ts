import { test } from '@playwright/test';
import { evaluate } from '#lib/i18n/messages/fr/evaluate.ts';
import { learner } from '#lib/i18n/messages/fr/learner.ts';
import { lessons as lessonWords } from '#lib/i18n/messages/fr/lessons.ts';
import { player } from '#lib/i18n/messages/fr/player.ts';
import { practice } from '#lib/i18n/messages/fr/practice.ts';
import { progress as words } from '#lib/i18n/messages/fr/progress.ts';
import { answerTold } from './by-ear.ts';
import { asked } from './journal.ts';
import { rightAnswer } from './right-answer.ts';
import { byEar, type ScreenReader } from './screen-reader.ts';
import { lesson, levelMoved, skill, toDay } from './weeks.ts';

const home = learner.home.question;
const most = 10;

/** Takes the test whose first question is on the screen: rightly where it is told how, or not at all. */
async function takeTest(reader: ScreenReader, isRight: boolean): Promise<void> {
  for (let question = 1, isOver = false; !isOver; question += 1) {
    await reader.reads(`heading, ${player.title(question, most)}`, `button, ${player.validate}`);
    await answerTold(reader, isRight ? rightAnswer(await asked(reader.page)) : undefined);
    await reader.hears(`polite: ${player.kept(question)}`);
    isOver = (await asked(reader.page)) === null;
    if (isOver || question % 5 === 0) {
      await reader.arrives(player.review.title(question - ((question - 1) % 5), question));
      await reader.press('button', isOver ? player.finish : player.next);
    }
    await reader.arrives(isOver ? learner.result.title : player.title(question + 1, most));
  }
}

/** Answers the exercise on the screen, rightly where that is chosen or typed, and goes on from what is said of it. */
async function answerAlone(reader: ScreenReader): Promise<void> {
  const deeds = rightAnswer(await asked(reader.page));
  await answerTold(reader, deeds);
  const said = deeds === undefined ? player.outcome.skipped : player.outcome.correct;
  await reader.arrives(said);
  await reader.reads(`heading, ${said}, level 1`, `heading, ${learner.answers.why}, level 3`);
  await reader.press('button', /Continuer|Terminer/);
}

/** Takes the lesson whose cover is on the screen, to its end; its exercise is passed over. */
async function takeLesson(reader: ScreenReader): Promise<void> {
  await reader.arrives(lesson.title);
  await reader.reads(`heading, ${lesson.title}`, lessonWords.cover.lead, ...lesson.can);
  await reader.press('button', lessonWords.cover.begin);
  for (const [index, step] of lesson.steps.entries()) {
    const place = `${index + 1} sur ${lesson.steps.length}`;
    switch (step.type) {
      case 'text':
        await reader.arrives(step.title);
        await reader.reads(place, `heading, ${step.title}`, `button, ${lessonWords.next}`);
        await reader.press('button', lessonWords.next);
        break;
      case 'try':
        await reader.arrives(lessonWords.try.title);
        await reader.reads(place, 'region, Exercice', `button, ${lessonWords.try.skip}`);
        await reader.press('button', lessonWords.try.skip);
        break;
      case 'check':
        await reader.arrives(lessonWords.check.title);
        await reader.reads(place, `group, ${lessonWords.check.choose}`, `button, ${player.validate}`);
        await reader.choose('radio', step.options.find(({ id }) => id === step.answer)?.text ?? '');
        await reader.press('button', player.validate);
        await reader.hears(`polite: Bonne nouvelle : ${lessonWords.check.right}`);
        await reader.press('button', lessonWords.next);
        break;
      case 'remember':
        await reader.arrives(lessonWords.remember);
        await reader.reads(place, `heading, ${lessonWords.remember}`, ...step.points);
        await reader.press('button', lessonWords.finish);
    }
  }
  await reader.arrives(lessonWords.end.title);
}

/** Goes from the choice of a test to the one of the topic. */
async function toTest(reader: ScreenReader): Promise<void> {
  await reader.arrives(evaluate.title);
  await reader.reads(`heading, ${evaluate.title}`, `link, ${evaluate.tests.topic.name}`);
  await reader.press('link', new RegExp(`${evaluate.tests.topic.name}.*`));
  await reader.arrives(learner.competences.title);
  await reader.press('link', /Interagir.*/);
}

/** Goes from the profile to the page of the topic. */
async function toTopic(reader: ScreenReader): Promise<void> {
  await reader.press('', 'Communication et collaboration');
  await reader.press('link', /Interagir.*/);
  await reader.hears(/^heading, Interagir.*, level 1$/);
}

test('three weeks without a network by ear alone: evaluated, practised, taught, reviewed, and the level moves', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  await byEar(browser, async (reader, address) => {
    const { page } = reader;
    await toDay(page, 0);

    await test.step('the first day: a test, its badge, the profile', async () => {
      await reader.press('link', learner.home.evaluate);
      await toTest(reader);
      await reader.arrives(learner.identity.title);
      await reader.write(learner.identity.nickname, 'Andrée');
      await reader.press('button', learner.identity.begin);
      await reader.arrives(player.title(1, most));
      await takeTest(reader, false);
      await reader.hears(
        `polite: ${words.badges.earned} ${words.badges.names.firstTest} ${words.badges.deeds.firstTest}`,
      );
      await reader.reads(
        `heading, ${learner.result.title}`,
        'Andrée',
        'Le 2 mars 2026',
        /^heading, Interagir.*, level 2$/,
        /^image, (Premiers pas|\d – )/,
        `heading, ${learner.result.learn}`,
        skill,
        `link, ${words.title}`,
      );
      await reader.press('link', words.title);
      await reader.arrives(words.title);
      await reader.reads(
        `heading, ${words.title}`,
        /\d+ points sur 1024/,
        `heading, ${words.steps.title}`,
        `heading, ${words.skills.learn}`,
        skill,
        words.levels.remaining(15),
        `heading, ${words.badges.title}`,
        words.badges.names.firstTest,
      );
    });

    await test.step('later that day: what was missed is practised, and the lesson that teaches it is taken', async () => {
      await toTopic(reader);
      await reader.reads(
        'image, ',
        `link, ${words.topic.practise}`,
        words.again.from('vendredi 6 mars'),
        words.topic.reset.from('lundi 9 mars'),
      );
      await reader.press('link', words.topic.practise);
      await reader.arrives(practice.title);
      await reader.reads(`heading, ${practice.wanted}`, `heading, ${practice.again}`, `button, ${skill}`);
      await reader.press('button', new RegExp(`${skill}.*`));
      await reader.hears(/^heading, Question 1 sur \d, level 1$/);
      await reader.press('button', player.dontKnow);
      await reader.arrives(player.outcome.skipped);
      await reader.reads(`heading, ${player.outcome.skipped}, level 1`, `link, ${lessonWords.link}`);
      await reader.press('link', new RegExp(`.*${lesson.title}.*`));
      await takeLesson(reader);
      await reader.hears(
        `polite: ${words.badges.earned} ${words.badges.names.firstLesson} ${words.badges.deeds.firstLesson}`,
      );
      await reader.choose('radio', lessonWords.end.ratings.yes);
      await reader.hears(`polite: ${lessonWords.end.thanks}`);
      await reader.press('link', learner.home.resumePractice);
      await reader.hears(/^heading, Question 2 sur \d, level 1$/);
      while ((await asked(page)) !== null) await answerAlone(reader);
      await reader.arrives(practice.title);
      await reader.press('link', 'Retour');
      await reader.arrives(home);
      await reader.press('link', learner.home.again);
      await toTest(reader);
      await reader.arrives(words.again.title);
      await reader.reads(
        `heading, ${words.again.title}`,
        words.again.from('vendredi 6 mars'),
        `link, ${words.again.other}`,
        `link, ${words.again.meanwhile}`,
      );
    });

    await test.step('a week later: what is due is reviewed, until nothing is left', async () => {
      await toDay(page, 7);
      await page.goto(address);
      const due = await reader.reads(
        `heading, ${home}`,
        `heading, ${words.steps.title}`,
        /révisions? aujourd’hui/,
      );
      const told = due.map(({ said }) => /(\d) révisions? aujourd’hui/.exec(said)?.[1]).find(Boolean);
      await reader.press('link', new RegExp(`${words.steps.names.review}.*`));
      const count = Number(told);
      await reader.arrives(words.reviews.today(count));
      await reader.reads(
        `heading, ${words.reviews.today(count)}`,
        words.reviews.lead,
        `button, ${words.reviews.begin}`,
      );
      for (let left = count; left > 0; left -= 1) {
        await reader.press('button', left === count ? words.reviews.begin : player.next);
        await reader.hears(/^heading, Question 1 sur 1, level 1$/);
        await answerAlone(reader);
        await reader.arrives(left > 1 ? words.reviews.left(left - 1) : words.reviews.done);
      }
      await reader.reads(
        `heading, ${words.reviews.done}`,
        /Prochaine révision : \S+ \d+ mars/,
        words.reviews.rest,
      );
      await reader.press('link', words.title);
      await reader.arrives(words.title);
    });

    await test.step('three weeks after: the same test, and the level moves', async () => {
      await toDay(page, 21);
      await page.goto(address);
      await reader.press('link', words.title);
      await reader.arrives(words.title);
      await toTopic(reader);
      await reader.press('link', words.topic.test);
      await reader.arrives(learner.identity.title);
      await reader.press('button', learner.identity.begin);
      await reader.arrives(player.title(1, most));
      await takeTest(reader, true);
      const { before, after } = await levelMoved(page);
      await reader.reads(
        `heading, ${learner.result.title}`,
        'Le 23 mars 2026',
        `heading, ${learner.result.can}`,
      );
      await reader.press('link', words.title);
      await reader.arrives(words.title);
      await reader.press('link', words.history.title);
      await reader.arrives(words.history.title);
      await reader.reads(
        `heading, ${words.history.title}`,
        /^image, Interagir.*2 tests/,
        'Plus haut que la fois d’avant',
        `columnheader, ${words.history.before}`,
        /^rowheader, 23 mars/,
        words.history.range(before.level, before.low, before.high),
        words.history.range(after.level, after.low, after.high),
      );
    });
  });
});
