/** The name of the highlight that marks the sentence being read (`::highlight(spoken)`). */
const highlightName = 'spoken';

/** A voice of this device for a language, which needs no network; undefined where there is none. It waits for voices that come later until the signal says that nobody does any more. */
export async function localVoice(
  locale: string,
  signal: AbortSignal,
): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const found = (): SpeechSynthesisVoice | undefined =>
    speechSynthesis
      .getVoices()
      .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(locale));
  if (speechSynthesis.getVoices().length > 0) return found();
  // Some browsers look for their voices when they are first asked.
  return new Promise((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(found()), { once: true, signal });
  });
}

/** What is read as one piece: no sentence goes on from one to the next. */
const blockNames = 'p, li, h2, h3, h4, td, th, dt, dd, label, legend, figcaption, button';

/** The voice for each language that is read, where the device has one. */
export type Voices = Readonly<Record<string, SpeechSynthesisVoice | undefined>>;

/** A sentence on the page, where it stands, and its language (a BCP 47 tag). */
export interface Spoken {
  readonly text: string;
  readonly language: string;
  readonly range: Range;
}

/** The sentences that an element shows, in order; what only screen readers are told is left out. */
export function sentencesIn(element: Element): readonly Spoken[] {
  const blocks = [...element.querySelectorAll(blockNames)].filter(
    (block) => block.closest('.sr-only') === null && block.querySelector(blockNames) === null,
  );
  return (blocks.length > 0 ? blocks : [element]).flatMap((block) => {
    const language = block.closest<HTMLElement>('[lang]')?.lang ?? '';
    const segmenter = new Intl.Segmenter(language === '' ? undefined : language, { granularity: 'sentence' });
    const places = placesIn(block);
    const whole = places.map(({ letter }) => letter).join('');
    return [...segmenter.segment(whole)].flatMap(({ segment, index }) => {
      const start = places[index];
      const end = places[index + segment.trimEnd().length - 1];
      if (segment.trim() === '' || start === undefined || end === undefined) return [];
      const range = document.createRange();
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset + 1);
      return [{ text: segment.trim(), language, range }];
    });
  });
}

/** Every letter of the texts inside an element, with the node it is in. */
function placesIn(element: Element): readonly { letter: string; node: Text; offset: number }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const places: { letter: string; node: Text; offset: number }[] = [];
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (node.parentElement?.closest('.sr-only')) continue;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      places.push({ letter: node.data[offset] ?? '', node, offset });
    }
  }
  return places;
}

/** Marks the sentence that is heard; undefined takes the mark away. */
export function mark(sentence: Spoken | undefined): void {
  if (CSS.highlights === undefined) return;
  if (sentence === undefined) CSS.highlights.delete(highlightName);
  else CSS.highlights.set(highlightName, new Highlight(sentence.range));
}

/** Reads sentences aloud one after the other, each by the voice of its language and marked while it is read; those without a voice are passed over. Returns what stops it, undefined when there is nothing to read. `ended` is told once, at the end or when stopped. */
export function speak(
  sentences: readonly Spoken[],
  voices: Voices,
  ended: () => void,
): (() => void) | undefined {
  let isOver = false;
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    mark(undefined);
    ended();
  };
  const readable = sentences.flatMap((sentence) => {
    const voice = voices[sentence.language];
    return voice === undefined ? [] : [{ ...sentence, voice }];
  });
  if (readable.length === 0) return undefined;
  const read = (index: number): void => {
    const sentence = readable[index];
    if (isOver || sentence === undefined) {
      finish();
      return;
    }
    const { voice } = sentence;
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.onend = () => read(index + 1);
    utterance.onerror = finish;
    mark(sentence);
    speechSynthesis.speak(utterance);
  };
  speechSynthesis.cancel();
  read(0);
  return () => {
    finish();
    speechSynthesis.cancel();
  };
}
