import encodeQR from 'qr';

/** A QR code as one outline: `side` squares of 1, quiet zone included. */
export interface DrawnCode {
  readonly side: number;
  readonly path: string;
}

/** The address that a campaign's QR code holds: the whole card travels behind the `#`, so it needs no network. */
export function joinAddress(origin: string, card: string): string {
  return `${origin}/join#${card}`;
}

/** Draws a QR code on the server, so that a poster prints without a script. */
export function drawnCode(text: string): DrawnCode {
  // Low correction makes larger squares, which a cheap printer and an old camera need more.
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  const path = rows.flatMap((row, y) =>
    runsOf(row).map(([from, to]) => `M${from} ${y}h${to - from}v1H${from}z`),
  );
  return { side: rows.length, path: path.join('') };
}

// Neighbouring dark squares of a line are one rectangle: a third of the text, and no hairline between them.
function runsOf(row: readonly boolean[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    if (!isDark) return;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === x) last[1] = x + 1;
    else runs.push([x, x + 1]);
  });
  return runs;
}
