import type { ChallengeTexts } from '#lib/challenges/challenge.ts';
import type { ContentLocale } from '#lib/i18n/locale.ts';
import type { SourceFiles } from './authored.ts';
import { clipLanguage, openClip } from './clip.ts';
import { tellerOf, type Fault } from './fault.ts';

type Texts = Readonly<Partial<Record<ContentLocale, ChallengeTexts>>>;

/** A challenge's texts, each with the recording of its instruction where there is one; adds every fault of a recording. */
export function withClips(texts: Texts, folder: string, files: SourceFiles, faults: Fault[]): Texts {
  const all: Partial<Record<ContentLocale, ChallengeTexts>> = { ...texts };
  const heard = new Set<ContentLocale>();
  for (const [path, file] of files) {
    const name = path.slice(folder.length + 1);
    const language = path.startsWith(`${folder}/`) ? clipLanguage(name) : undefined;
    if (language === undefined || typeof file !== 'object') continue;
    const tell = tellerOf(path, faults);
    const written = all[language];
    if (heard.has(language)) tell(1, 'clipTwice', `there are two recordings in ${language}`, 'Keep one.');
    else if (written === undefined)
      tell(1, 'unusedClip', `the bundle has no words in ${language}`, 'Take the recording out.');
    else {
      const clip = openClip(name, file, tell);
      if (clip !== undefined) all[language] = { ...written, clip };
    }
    heard.add(language);
  }
  return all;
}
