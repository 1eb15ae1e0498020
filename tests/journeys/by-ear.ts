import type { Deed } from './right-answer.ts';
import type { ScreenReader } from './screen-reader.ts';

/** Answers the question with this title in a way that it says itself: « Je ne sais pas » to what is done by acting. */
export async function answerHeard(reader: ScreenReader, title: string): Promise<void> {
  const heard = await reader.reads(`heading, ${title}, level 1`, 'button, Je ne sais pas', 'button, Valider');
  const phrases = heard.map(({ said }) => said);
  const first = (pattern: RegExp): string | undefined =>
    phrases.map((said) => pattern.exec(said)?.[1]).find((name) => name !== undefined);
  const radio = first(/^radio, (.*), not checked/);
  const checkbox = first(/^checkbox, (.*), not checked/);
  const lower = first(/^button, (Descendre : .*), not disabled/);
  const fields = phrases.filter((said) => said.startsWith('textbox, ')).length;
  if (phrases.some((said) => said.startsWith('region, Exercice'))) return pass(reader);
  if (radio !== undefined) await reader.choose('radio', radio);
  else if (checkbox !== undefined) await reader.choose('checkbox', checkbox);
  else if (lower !== undefined) await reader.press('button', lower);
  else if (fields === 1) await reader.write(/.*/, '12');
  else return pass(reader);
  await reader.press('button', 'Valider');
}

/** Answers the question on the screen as it is told to, and validates; « Je ne sais pas » where nothing is told. */
export async function answerTold(reader: ScreenReader, deeds: readonly Deed[] | undefined): Promise<void> {
  if (deeds === undefined) return pass(reader);
  for (const deed of deeds) {
    if (deed.does === 'choose') await reader.choose(deed.role, deed.name);
    else if (deed.does === 'take') await reader.take(deed.list, deed.option);
    else if (deed.does === 'press') await reader.press('button', deed.name);
    else await reader.write(deed.label === '' ? /.*/ : deed.label, deed.text);
  }
  await reader.press('button', 'Valider');
}

function pass(reader: ScreenReader): Promise<void> {
  return reader.press('button', 'Je ne sais pas');
}
