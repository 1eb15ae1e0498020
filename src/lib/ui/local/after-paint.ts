/** Does something in the frame after the next: what stands on the page now is drawn by then. Returns what calls it off. */
export function afterPaint(work: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(work);
  });
  return () => cancelAnimationFrame(frame);
}
