import type { ChallengeTexts } from '#lib/challenges/challenge.ts';
import type { Words } from '#lib/challenges/kind.ts';
import { plainText, type RichText } from '#lib/challenges/rich-text.ts';

/** Plain words for `@key`, out of a challenge's texts; any other text, and a key without words, comes back as it is. */
export function wordsOf(texts: ChallengeTexts): Words {
  return (text) => {
    const rich = found(texts, text);
    return rich === undefined ? text : plainText(rich);
  };
}

/** Formatted words for `@key`, out of a challenge's texts; any other text becomes a paragraph of itself. */
export function richOf(texts: ChallengeTexts): (text: string) => RichText {
  return (text) => found(texts, text) ?? [{ type: 'paragraph', content: [text] }];
}

function found(texts: ChallengeTexts, text: string): RichText | undefined {
  const key = text.slice(1);
  return text.startsWith('@') && Object.hasOwn(texts.texts, key) ? texts.texts[key] : undefined;
}
