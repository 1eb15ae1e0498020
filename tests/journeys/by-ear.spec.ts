import { expect, test } from '@playwright/test';
import { ask, finishTest } from './journal.ts';
import { answerHeard } from './by-ear.ts';
import { byEar } from './screen-reader.ts';

const succeeded = 'C’est réussi';
const answerFirst = 'Attention : Faites l’exercice, ou touchez « Je ne sais pas ».';

test('the test of ten questions, from the first visit to the profile', async ({ browser }) => {
  await byEar(browser, async (reader) => {
    const home = await reader.reads(
      'combobox, Langue',
      'heading, Où en êtes-vous avec le numérique ?',
      'Prêt sans internet',
      'navigation, Menu',
      'link, J’ai un code ou une carte',
      'link, Commencer le test',
    );
    const languages = home.filter(({ said }) => said.startsWith('option, ')).map(({ language }) => language);
    expect(languages, 'each language is named in itself').toEqual(['fr', 'nl', 'de', 'en']);
    await reader.press('link', 'Commencer le test');
    await reader.arrives('Choisissez un surnom et une image');
    await reader.reads(
      'heading, Choisissez un surnom et une image',
      /^textbox, Votre surnom, 20 lettres au plus. Vous pouvez laisser vide.$/,
      'group, Votre image',
      'radio, Le héron, checked',
      'button, Commencer',
    );
    expect(await reader.write('Votre surnom', 'Andrée')).toContain('textbox, Votre surnom, Andrée');
    expect(await reader.choose('radio', 'Le renard')).toContain('radio, Le renard, checked');
    await reader.press('button', 'Commencer');
    await reader.arrives('Question 1 sur 10');

    await reader.press('button', 'Valider');
    await reader.hears(`assertive: ${answerFirst}`);
    await reader.reads('button, Un indice', 'alert', 'button, Je ne sais pas', 'button, Valider');
    await reader.press('button', 'Un indice');
    await reader.hears(/^group, Un indice, \S+/);
    for (let question = 1; question <= 10; question += 1) {
      await answerHeard(reader, `Question ${question} sur 10`);
      await reader.hears(`polite: Réponse ${question} gardée.`);
      if (question % 5 !== 0) {
        await reader.arrives(`Question ${question + 1} sur 10`);
        continue;
      }
      await reader.arrives(`Questions ${question - 4} à ${question}`);
      await reader.reads(
        'Touchez une question',
        ...[4, 3, 2, 1, 0].map((ago) => `heading, ${question - ago}. `),
      );
      await reader.press('', `${question}. `);
      await reader.reads(
        `heading, ${question}. `,
        'heading, À retenir, level 3',
        'button, Signaler un problème',
      );
      await reader.press('button', question === 5 ? 'Continuer' : 'Voir mon résultat');
      if (question === 5) await reader.arrives('Question 6 sur 10');
    }
    await reader.arrives('Votre résultat');
    const area = [/^heading, .*, level 2$/, /^image, (Premiers pas|Niveau \d)/, /niveau \d|entre \d et \d/];
    await reader.reads(
      'heading, Votre résultat',
      'Andrée',
      'Un niveau va de 0 à 8.',
      ...[1, 2, 3, 4, 5].flatMap((place) => [`position ${place}, set size 5`, ...area]),
      'heading, Je sais faire',
      'heading, Je vais apprendre à',
      'link, Revoir mes réponses',
      'link, Terminer',
    );
    await reader.press('link', 'Mon profil');
    await reader.arrives('Mon profil');
    await reader.reads(
      'heading, Mon profil',
      'heading, Mon total',
      'points sur 1024',
      'heading, La suite pour vous',
      'heading, Mes 16 sujets',
      'heading, Information et données',
      'heading, Environnement numérique',
      'heading, Mes jalons',
      'button, Enregistrer mon profil',
    );
    await reader.press('button', 'Enregistrer mon profil');
    await reader.hears(/^polite: Bonne nouvelle : .*profil/);
  });
});

test('each way of answering, and well', async ({ browser }) => {
  await byEar(browser, async (reader) => {
    await ask(reader.page, '2.2/family-album');
    await reader.reads(
      'heading, Question 1',
      'Julie montre les photos',
      'group, Choisissez une réponse.',
      ...[1, 2, 3, 4].map((place) => new RegExp(`^radio, .*, not checked, position ${place}, set size 4`)),
      'button, Valider',
    );
    await reader.choose('radio', 'Créer un album et y inviter trois personnes');
    await reader.press('button', 'Valider');
    await reader.arrives(succeeded);
    await reader.reads(
      'heading, C’est réussi, level 1',
      'heading, Les photos du bébé, level 2',
      'heading, À retenir, level 3',
      'Dans un album sur invitation',
      'button, Continuer',
    );

    await ask(reader.page, '3.3/calendar-pictures');
    await reader.reads('heading, Question 1', 'Votre club vend', 'group, Cochez toutes les bonnes réponses.');
    for (const name of [/Moulin.*/, /Marché.*/, /Forêt.*/])
      expect(await reader.choose('checkbox', name)).toMatch(/, checked/);
    await reader.press('button', 'Valider');
    await reader.arrives(succeeded);

    await ask(reader.page, '2.3/bring-back-yesterday');
    await reader.reads(
      'heading, Question 1',
      'Mettez dans l’ordre',
      'list',
      /^button, Monter : .*, disabled/,
    );
    const order = ['Copier à part', 'Rétablir', 'Recoller', 'Dire à l’équipe'];
    for (const [place, name] of order.entries()) {
      const all = await reader.reads('Mettez dans l’ordre', 'button, Valider');
      const lines = all.filter(({ said }) => said.startsWith('button, Monter')).map(({ said }) => said);
      const from = lines.findIndex((said) => said.startsWith(`button, Monter : ${name}`));
      for (let at = from; at > place; at -= 1) {
        await reader.press('button', new RegExp(`Monter : ${name}.*`));
        await reader.hears(new RegExp(`^polite: ${name}.* : place ${at} sur 4`));
      }
    }
    await reader.press('button', 'Valider');
    await reader.arrives(succeeded);

    await ask(reader.page, '3.3/sheets-of-paper');
    await reader.reads('heading, Question 1', 'textbox, Votre réponse, en chiffres, feuilles');
    expect(await reader.write('Votre réponse, en chiffres', '6')).toContain('en chiffres, 6, feuilles');
    await reader.press('button', 'Valider');
    await reader.arrives(succeeded);

    await ask(reader.page, '5.2/right-cable');
    await reader.reads('heading, Question 1', 'Pour chaque ligne, choisissez ce qui va avec.');
    await reader.take('Brancher un casque ordinaire à la radio', /Mini-jack.*/);
    await reader.take('Voir et entendre un film de l’ordinateur sur le téléviseur', /HDMI.*/);
    await reader.take('Relier l’ordinateur à la box, sans Wi-Fi', /Câble réseau.*/);
    await reader.take('Recharger un téléphone acheté neuf cette année', /USB-C.*/);
    await reader.press('button', 'Valider');
    await reader.arrives(succeeded);

    await ask(reader.page, '5.2/printer-at-the-back');
    await reader.reads(
      'heading, Question 1',
      'group, Touchez le bon endroit',
      'image, L’arrière d’un ordinateur',
    );
    await reader.press('button', /Deux rectangles plats.*/);
    await reader.reads(/^button, Deux rectangles plats, pressed/);
    await reader.press('button', 'Valider');
    await reader.arrives(succeeded);
  });
});

test('files are moved in a simulator, and well', async ({ browser }) => {
  await byEar(browser, async (reader) => {
    await ask(reader.page, '1.2/birthday-photos');
    await reader.reads('heading, Question 1', 'region, Exercice : Fichiers', 'list, Téléchargements');
    for (const name of [/lou-ballons.*/, /lou-bougies.*/, /lou-gateau.*/])
      expect(await reader.choose('checkbox', name)).toMatch(/, checked/);
    await reader.press('button', /Déplacer.*/);
    await reader.hears(/^dialog, Déplacer 3 éléments vers…/);
    await reader.reads('heading, Déplacer 3 éléments vers…', 'button, Photos', 'button, Annuler');
    await reader.press('button', /Anniversaire de Lou.*/);
    await reader.hears('heading, Téléchargements');
    // The reader loses what a region says while a dialog goes away: what it holds then is read.
    await reader.reads(
      'heading, Téléchargements',
      /^status$/,
      '3 éléments : déplacés vers « Anniversaire de Lou ».',
    );
    await reader.press('button', 'Valider');
    await reader.arrives(succeeded);
  });
});

test('a lesson, from its cover to its end', async ({ browser }) => {
  await byEar(browser, async (reader) => {
    await reader.press('link', 'Apprendre');
    await reader.arrives('Apprendre');
    await reader.press('link', /Ranger pour retrouver.*/);
    await reader.arrives('Ranger pour retrouver');
    await reader.reads(
      'heading, Ranger pour retrouver',
      'Environ 5 minutes',
      'À la fin, vous saurez',
      /position 3, set size 3/,
      'button, Commencer la leçon',
    );
    await reader.press('button', 'Commencer la leçon');
    await reader.arrives('Où est passée cette facture ?');
    await reader.reads(
      '1 sur 6',
      'heading, Où est passée cette facture ?',
      'téléchargements',
      'button, Continuer',
    );
    await reader.press('button', 'Continuer');
    await reader.hears(/^heading, .*, level 1/);
    await reader.reads('2 sur 6', /^image, Un grand tiroir ouvert/, 'button, Continuer');
    await reader.press('button', 'Continuer');
    await reader.hears(/^heading, .*, level 1/);
    await reader.reads('3 sur 6', 'button, Un indice', 'region, Exercice', 'button, Valider');
    await reader.press('button', 'Valider');
    await reader.hears(/^assertive: Attention : /);
    await reader.press('button', 'Un indice');
    await reader.hears(/^group, Un indice, \S+/);
    await reader.press('button', 'Montrez-moi');
    await reader.arrives('Je vous montre');
    await reader.reads('heading, Je vous montre', 'Geste 1 sur', 'button, Geste suivant');
    for (let gesture = 1; gesture <= 3; gesture += 1) {
      await reader.press('button', 'Geste suivant');
      await reader.hears(/^polite: /);
    }
    await reader.press('button', 'À mon tour');
    await reader.hears(/^heading, .*, level 1/);
    await reader.press('button', 'Passer cet exercice');
    await reader.arrives('Un nom qui parle');
    await reader.press('button', 'Continuer');
    await reader.arrives('Une question');
    await reader.reads('5 sur 6', 'Amine a numérisé', 'group, Choisissez une réponse', 'button, Valider');
    await reader.press('button', 'Valider');
    await reader.hears('assertive: Attention : Choisissez d’abord une réponse.');
    await reader.choose('radio', 'scan 0007');
    await reader.press('button', 'Valider');
    await reader.hears(/^polite: Information : Pas encore Ce nom ne dit pas ce qu’il y a dedans/);
    await reader.choose('radio', 'contrat location 2026');
    await reader.press('button', 'Valider');
    await reader.hears(/^polite: Bonne nouvelle : C’est cela/);
    await reader.press('button', 'Continuer');
    await reader.arrives('À retenir');
    await reader.reads('6 sur 6', 'heading, À retenir', /position 3, set size 3/, 'button, Finir la leçon');
    await reader.press('button', 'Finir la leçon');
    await reader.arrives('Leçon terminée');
    await reader.choose('radio', 'Un peu');
    await reader.hears(/^polite: .*Votre avis reste sur cet appareil/);
    await reader.press('button', 'Garder cette leçon');
    await reader.reads(/^button, Leçon gardée, pressed/);
    await reader.press('link', /.*leçons.*/);
    await reader.arrives('Apprendre');
  });
});

test('practice of what was missed', async ({ browser }) => {
  await byEar(browser, async (reader, address) => {
    await finishTest(reader.page, ['1.2/birthday-photos', '2.2/family-album']);
    await reader.page.goto(address);
    await reader.press('link', 'S’entraîner');
    await reader.arrives('S’entraîner');
    await reader.reads('heading, S’entraîner', 'heading, À revoir', 'button, ');
    await reader.reach('heading', 'À revoir');
    await reader.press('button', /.+/);
    await reader.hears(/^heading, Question 1 sur \d, level 1/);
    await reader.press('button', 'Je ne sais pas');
    await reader.arrives('D’accord, on avance');
    await reader.reads(
      'heading, D’accord, on avance',
      'heading, À retenir',
      /^link, La leçon : /,
      'button, Continuer',
    );
    await reader.press('link', 'Pause');
    await reader.arrives('Où en êtes-vous avec le numérique ?');
    await reader.reads('Votre test est gardé.', 'link, Reprendre l’entraînement');
  });
});
