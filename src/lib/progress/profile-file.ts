import type { Locale } from '#lib/i18n/locale.ts';
import type { Dictionary } from '#lib/i18n/messages/fr.ts';
import type { ProfileText } from './profile-text.ts';

/** A profile as a page that any browser opens, and that asks for nothing else. */
export function profileFile(profile: ProfileText, words: Dictionary['progress'], locale: Locale): string {
  const rows = profile.rows.map(
    ({ competence, name, level, doubt, europe }) =>
      `<tr><th scope="row">${competence} ${safe(name)}</th>${[level, doubt, ...europe]
        .map((cell) => `<td>${safe(cell)}</td>`)
        .join('')}</tr>`,
  );
  const heads = ['', words.europe.level, '', 'DigComp 2.2', 'DigComp 3.0'];
  const lists = profile.lists.map(({ title, lines }) => `<h2>${safe(title)}</h2>\n${listOf(lines)}`);
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(profile.title)} – Jalon</title>
<style>
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 sans-serif; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.3rem 0.5rem; border-bottom: 1px solid #888; text-align: start; font-weight: 400; }
</style>
<h1>${safe(profile.title)}</h1>
<p>${[profile.who, profile.day]
    .filter((part) => part !== '')
    .map(safe)
    .join('<br>')}</p>
<p><strong>${safe(profile.points)}</strong>. ${safe(profile.indicative)}</p>
<table>
<thead><tr>${heads.map((head) => `<th scope="col">${safe(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${lists.join('\n')}
<h2>${safe(words.points.how)}</h2>
${listOf(profile.notes)}
</html>
`;
}

function listOf(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${safe(line)}</li>`).join('')}</ul>`;
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
