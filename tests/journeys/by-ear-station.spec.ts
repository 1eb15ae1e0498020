import { expect, test } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import type { CodePicture } from '#lib/station/picture-code.ts';
import { byEar, type ScreenReader } from './screen-reader.ts';
import { enterRoom, found, welcome } from './station.ts';

const secret = 'epn-valbruyere';

test('a station: the mediator opens a session, a guest begins, asks for help, and hands back', async ({
  browser,
}) => {
  await byEar(browser, async (reader) => {
    const { found, home, room, fresh, turn, finish } = station;
    await reader.press('link', 'Réglages');
    await reader.arrives('Réglages');
    await reader.press('link', 'Prêter cet appareil à plusieurs personnes');
    await reader.arrives(found.offerTitle);
    await reader.reads(`heading, ${found.offerTitle}`, ...found.points, `button, ${found.offer}`);
    await reader.press('button', found.offer);
    await reader.arrives(found.title);
    await reader.reads(`textbox, ${found.secret}`, `textbox, ${found.again}`, found.warning);
    await reader.write(found.secret, secret);
    await reader.write(found.again, `${secret}s`);
    await reader.press('button', found.submit);
    await reader.hears(`assertive: Problème : ${found.refused.different}`);
    await reader.write(found.again, secret);
    await reader.press('button', found.submit);
    await reader.arrives(home.title);
    await reader.reads(`heading, ${home.title}`, home.nobody, `link, ${home.room}`, `link, ${home.fresh}`);

    await reader.press('link', home.room);
    await reader.arrives(room.title);
    await reader.write(found.secret, 'autre-code');
    await reader.press('button', room.enter);
    await reader.hears(/^assertive: .*Ce n’est pas le bon code/);
    await reader.write(found.secret, secret);
    await reader.press('button', room.enter);
    await reader.arrives(room.title);
    await reader.reads(`heading, ${room.title}`, ...Object.values(room.menu).map((each) => `link, ${each}`));
    await reader.press('link', room.menu.session);
    await reader.arrives(room.session.title);
    await reader.reads(`group, ${room.session.legend}`, /^radio, Le test éclair .*, checked/);
    await reader.press('button', room.session.begin);
    await reader.arrives(home.title);

    await reader.press('link', home.fresh);
    await reader.arrives(fresh.title);
    await reader.reads(
      `heading, ${fresh.title}`,
      fresh.seen,
      'textbox, Votre surnom',
      `button, ${fresh.begin}`,
    );
    await reader.write('Votre surnom', 'Omar');
    await reader.press('button', fresh.begin);
    await reader.arrives('Question 1 sur 8');
    await reader.reads(
      `group, ${turn.menu}`,
      'Le héron',
      `button, ${turn.help}`,
      'heading, Question 1 sur 8',
    );
    await reader.press('button', turn.help);
    await reader.reads(`button, ${turn.helpAsked}, pressed`);
    await reader.press('button', 'Je ne sais pas');
    await reader.arrives('Question 2 sur 8');
    await reader.press('link', turn.finish);
    await reader.arrives(finish.title);
    await reader.reads(finish.lead, `button, ${finish.erase}`, `link, ${finish.keep}`);
    await reader.press('button', finish.erase);
    await reader.arrives(home.title);
    const heard = await reader.reads(`heading, ${home.title}`, home.erased, home.nobody);
    expect(
      heard.some(({ said }) => said.includes('Omar')),
      'nothing of the guest is heard',
    ).toBe(false);
  });
});

const code = ['sun', 'moon', 'star', 'sun'] as const;

/** Chooses the pictures of a code: how many there are is told after each, never which. */
async function chooseCode(reader: ScreenReader, pictures: readonly CodePicture[]): Promise<void> {
  for (const [index, picture] of pictures.entries()) {
    await reader.press('button', station.code.pictures[picture]);
    await reader.hears(`polite: ${station.code.chosen(index + 1, pictures.length)}`);
  }
  await reader.press('button', station.code.submit);
}

test('a station: kept by a code and opened by it; the board, a person’s page, the groups and the report', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await byEar(browser, async (reader, address) => {
    const { home, room, turn, finish, keep } = station;
    const { page } = reader;
    await found(page, address);
    await enterRoom(page);
    await page.getByRole('link', { name: room.menu.session }).click();
    await page.getByRole('button', { name: room.session.begin }).click();
    await welcome(page, 'Lina', 'Le renard');

    await reader.press('button', 'Je ne sais pas');
    await reader.arrives('Question 2 sur 8');
    await reader.press('button', turn.help);
    await reader.press('link', turn.finish);
    await reader.arrives(finish.title);
    await reader.press('link', finish.keep);
    await reader.arrives(keep.title);
    await reader.press('button', new RegExp(keep.code));
    await reader.arrives(keep.choose);
    await chooseCode(reader, code);
    await reader.arrives(keep.again);
    await chooseCode(reader, code);
    await reader.arrives(keep.done);
    await reader.press('link', finish.title);
    await reader.arrives(finish.title);
    await reader.press('button', finish.leave);
    await reader.arrives(home.title);

    await reader.press('button', `Le renard ${home.locks.code}`);
    await reader.arrives(station.code.title);
    await chooseCode(reader, ['moon', 'moon', 'star', 'sun']);
    await reader.hears(station.open.triesLeft(4));
    await chooseCode(reader, code);
    await reader.arrives('Question 2 sur 8');
    await reader.press('link', turn.finish);
    await reader.arrives(finish.title);
    await reader.press('button', finish.leave);
    await reader.arrives(home.title);

    await reader.press('link', home.room);
    await reader.arrives(room.title);
    await reader.write(station.found.secret, secret);
    await reader.press('button', room.enter);
    await reader.arrives(room.title);
    await reader.reads(room.helpWanted(1), `link, ${room.menu.board}`);
    await reader.press('link', room.menu.board);
    await reader.arrives(room.board.title);
    await reader.reads(
      `columnheader, ${room.board.person}`,
      /^rowheader, .*Lina/,
      new RegExp(`^button, ${room.board.asked} – Lina, ${room.board.helped}`),
    );
    await reader.press('button', room.board.sortBy(room.board.person));
    await reader.hears(`polite: ${room.board.sorted(room.board.person, false)}`);
    await reader.press('button', new RegExp(`${room.board.asked} – Lina`));
    await reader.hears(`polite: ${room.board.wasHelped('Lina')}`);
    await reader.reads(/^rowheader, .*Lina/, room.board.noHelp);

    await reader.press('link', /.*Lina/);
    await reader.arrives('Lina');
    await reader.write(room.person.workshopNew, 'Mots de passe, jeudi');
    await reader.press('button', new RegExp(`${room.person.write}, ${room.person.workshopNew}`));
    await reader.hears(`polite: ${room.person.kept}`);
    await reader.reads('heading, Lina', 'Mots de passe, jeudi', `textbox, ${room.person.noteNew}`);
    await reader.press('link', 'Retour');
    await reader.arrives(room.board.title);
    await reader.press('link', 'Retour');
    await reader.arrives(room.title);
    await reader.press('link', room.menu.groups);
    await reader.arrives(room.groups.title);
    await reader.reads(`heading, ${room.groups.title}`);
    await reader.press('link', 'Retour');
    await reader.arrives(room.title);
    await reader.press('link', room.menu.report);
    await reader.arrives(room.report.title);
    await reader.reads(`columnheader, ${room.report.theme}`, 'Test éclair', `button, ${room.report.save}`);
    const saving = page.waitForEvent('download');
    await reader.press('button', room.report.save);
    await saving;
    await reader.hears(`polite: Bonne nouvelle : ${room.report.done}`);
  });
});
