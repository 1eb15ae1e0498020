import { plainText } from '#lib/challenges/rich-text.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { Tell } from './fault.ts';
import { richTextOf, type LinedText } from './markdown.ts';
import { typeset } from './typeset.ts';

/** A section of a file of words. */
export interface Section extends LinedText {
  readonly line: number;
}

/** The words of a challenge in one language, as the file has them. */
export interface WordsFile {
  readonly title: string;
  readonly titleLine: number;
  readonly sections: ReadonlyMap<string, Section>;
}

const keyPattern = /^[a-z0-9][\w.~-]*$/i;

/** The title and the sections of a file of words; tells whatever cannot stay in it. */
export function parseWords(text: string, locale: ContentLocale, tell: Tell): WordsFile {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  lines.forEach((line, index) => tellScripts(line, index + 1, tell));
  const sections = new Map<string, Section>();
  let title = '';
  let titleLine = 1;
  let key: string | undefined;
  let start = 0;
  const close = (end: number): void => {
    const body = lines.slice(start, end).join('\n');
    if (key === undefined) {
      if (body.trim() !== '')
        tell(start + 1, 'markdown', 'this text is in no section', 'Put it under a "## key".');
      return;
    }
    const parsed = richTextOf(body, start + 1, locale, tell);
    if (plainText(parsed.text).trim() === '')
      tell(start, 'emptySection', `"${key}" is empty`, 'Write its words.');
    if (sections.has(key)) tell(start, 'repeatedSection', `"${key}" is there twice`, 'Keep one of the two.');
    else sections.set(key, { ...parsed, line: start });
  };
  lines.forEach((line, index) => {
    const mark = /^(#{1,2}) +(.*?)\s*$/.exec(line);
    if (mark === null) return;
    close(index);
    start = index + 1;
    const [, depth, words] = mark as unknown as [string, string, string];
    if (depth === '#') {
      if (title !== '')
        tell(index + 1, 'markdown', 'there are two titles', 'Keep one; headings inside a section are ###.');
      title = typeset(words, locale);
      titleLine = index + 1;
      key = undefined;
    } else {
      key = words;
      if (!keyPattern.test(words)) {
        tell(
          index + 1,
          'markdown',
          `"${words}" cannot name a section`,
          'Use letters, digits, dots and hyphens.',
        );
      }
    }
  });
  close(lines.length);
  if (title === '') tell(1, 'missingSection', 'there is no title', 'Begin with "# " and the title.');
  return { title, titleLine, sections };
}

function tellScripts(line: string, at: number, tell: Tell): void {
  if (/<\/?[a-z!?]/i.test(line)) tell(at, 'html', 'HTML cannot be used', 'Take the tag out.');
  else if (/\bon[a-z]+\s*=\s*["'\w]/i.test(line) || /(javascript|vbscript|data):\S/i.test(line)) {
    tell(at, 'html', 'this looks like a script', 'Say it in words.');
  }
}
