import { expect, test } from '@playwright/test';
import { station } from '#lib/i18n/messages/fr/station.ts';
import { byEar } from './screen-reader.ts';

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
