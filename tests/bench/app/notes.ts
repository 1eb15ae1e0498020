/** A moment that is noted once. */
export type Moment = 'questionAt' | 'readyAt' | 'resumeAt';

/** What a page notes about itself, in milliseconds since its navigation began. */
export interface Notes {
  /** When « Valider » could first be seen. */
  questionAt: number;
  /** When « Prêt sans internet » was first written. */
  readyAt: number;
  /** When « Reprendre à la question … » could first be seen. */
  resumeAt: number;
  /** From the tap on an answer to what follows it on the screen (the next question, or the look back), one for each answer. */
  feedbackMs: number[];
  largestPaintAt: number;
  /** The worst five seconds of movements (the web's « cumulative layout shift »). */
  layoutShift: number;
  longestTaskMs: number;
}

/** Runs in the page before its first script; all it needs is inside. */
export function takeNotes(): void {
  const notes: Notes = {
    questionAt: 0,
    readyAt: 0,
    resumeAt: 0,
    feedbackMs: [],
    largestPaintAt: 0,
    layoutShift: 0,
    longestTaskMs: 0,
  };
  Object.assign(globalThis, { notes });

  const isShown = (words: RegExp): boolean =>
    [...document.querySelectorAll('a, button')].some(
      (each) => words.test(each.textContent.trim()) && each.checkVisibility(),
    );
  // What stands on the page when a frame begins is drawn in it, and the frame is over when a message arrives or the next one begins.
  const painted = (then: (at: number) => void): void => {
    requestAnimationFrame(() => {
      let isTold = false;
      const tell = (at: number): void => {
        if (!isTold) then(at);
        isTold = true;
      };
      requestAnimationFrame(tell);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => tell(performance.now());
      port2.postMessage('');
    });
  };

  const stand = (): string => document.querySelector('.progress .number')?.textContent ?? '';
  let tappedAt = 0;
  let stoodAt = '';
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button === null || !/^(Valider|Je ne sais pas)$/.test(button.textContent.trim())) return;
      tappedAt = event.timeStamp;
      stoodAt = stand();
    },
    { capture: true },
  );
  const first = (name: Moment, isThere: () => boolean): void => {
    if (notes[name] !== 0 || !isThere()) return;
    notes[name] = -1;
    painted((at) => (notes[name] = at));
  };
  new MutationObserver(() => {
    first('questionAt', () => isShown(/^Valider$/));
    // Looked for where it can be: to read a whole page at every change of a test would be measured, too.
    if (location.pathname === '/') {
      first('resumeAt', () => isShown(/^Reprendre/));
      first(
        'readyAt',
        () => document.querySelector('body')?.textContent.includes('Prêt sans internet') === true,
      );
    }
    if (tappedAt > 0 && (stand() !== stoodAt || isShown(/^(Continuer|Voir mon résultat)$/))) {
      const before = tappedAt;
      tappedAt = 0;
      painted((at) => notes.feedbackMs.push(at - before));
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });

  const observe = (type: string, seen: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
  };
  observe('largest-contentful-paint', (entry) => (notes.largestPaintAt = entry.startTime));
  observe('longtask', (entry) => (notes.longestTaskMs = Math.max(notes.longestTaskMs, entry.duration)));
  let session = { sum: 0, from: 0, last: 0 };
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (hadRecentInput) return;
    const at = entry.startTime;
    // A window of movements ends after a quiet second, or after five seconds.
    if (at - session.last > 1000 || at - session.from > 5000) session = { sum: 0, from: at, last: at };
    session = { ...session, sum: session.sum + value, last: at };
    notes.layoutShift = Math.max(notes.layoutShift, session.sum);
  });
}
