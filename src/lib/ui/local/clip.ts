import { mark, type Spoken } from './voice.ts';

/**
 * Plays a recording (a `data:` address), the sentence that it has come to marked: each is given the share of the time
 * that it has of the letters. Returns what stops it. `ended` is told once: true when it was played to its end.
 */
export function playClip(
  clip: string,
  sentences: readonly Spoken[],
  ended: (isWhole: boolean) => void,
): () => void {
  const address = URL.createObjectURL(blobOf(clip));
  const audio = new Audio(address);
  const letters = sentences.reduce((sum, { text }) => sum + text.length, 0);
  let isOver = false;
  const finish = (isWhole: boolean): void => {
    if (isOver) return;
    isOver = true;
    audio.pause();
    URL.revokeObjectURL(address);
    mark(undefined);
    ended(isWhole);
  };
  const follow = (): void => {
    if (isOver) return;
    let left = (audio.currentTime / (audio.duration || 1)) * letters;
    mark(sentences.find(({ text }) => (left -= text.length) < 0) ?? sentences.at(-1));
  };
  audio.addEventListener('timeupdate', follow);
  audio.addEventListener('ended', () => finish(true));
  audio.addEventListener('error', () => finish(false));
  follow();
  audio.play().catch(() => finish(false));
  return () => finish(false);
}

/** The bytes behind a `data:` address in base64: a strict page plays no such address itself. */
function blobOf(clip: string): Blob {
  const comma = clip.indexOf(',');
  const bytes = Uint8Array.from(atob(clip.slice(comma + 1)), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: clip.slice('data:'.length, clip.indexOf(';')) });
}
