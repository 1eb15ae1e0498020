/** Does some work step by step while the browser has nothing else to do, a few milliseconds at a time; returns what stops it. */
export function whenIdle(work: Iterator<void>): () => void {
  let isWanted = true;
  const goOn = (hasTime: () => boolean): void => {
    while (isWanted && hasTime()) if (work.next().done === true) return;
    if (isWanted) later();
  };
  const later = (): void => {
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback((deadline) => goOn(() => deadline.timeRemaining() > 1));
      return;
    }
    // Safari: a few milliseconds, then back to the end of the queue.
    setTimeout(() => {
      const end = performance.now() + 8;
      goOn(() => performance.now() < end);
    });
  };
  later();
  return () => (isWanted = false);
}
