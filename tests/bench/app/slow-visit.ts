import { median, range, type Measure } from './measure.ts';
import { newProfile, WatchedBrowser, type Slowness } from './watched-browser.ts';

/** A modest telephone on a poor network: 1.6 Mb/s down, 750 kb/s up, 150 ms there and back, a quarter of the speed. */
const slow: Slowness = {
  cpu: 4,
  network: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
};

/** First visits on a slow telephone, each from a fresh profile, until it is ready. */
export async function slowVisits(
  address: string,
  runs: number,
  say: (line: string) => void,
): Promise<readonly Measure[]> {
  const paints: number[] = [];
  const shifts: number[] = [];
  const tasks: number[] = [];
  const ready: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    say(`first visit on a slow network, ${run} of ${runs}`);
    const profile = await newProfile();
    const browser = await WatchedBrowser.open(profile.path, slow);
    try {
      await browser.go(address);
      ready.push(await browser.moment('readyAt'));
      const notes = await browser.notes();
      paints.push(notes.largestPaintAt);
      shifts.push(notes.layoutShift);
      tasks.push(notes.longestTaskMs);
    } finally {
      await browser.close();
      await profile.remove();
    }
  }
  return [
    {
      name: 'slow first visit, largest paint (LCP)',
      value: median(paints),
      unit: 'ms',
      budget: 2000,
      note: range(paints),
    },
    {
      name: 'slow first visit, movement of the page (CLS)',
      value: Math.max(...shifts),
      unit: 'shift',
      budget: 0.05,
      note: 'the worst run',
    },
    {
      name: 'slow first visit, longest task',
      value: median(tasks),
      unit: 'ms',
      budget: 200,
      note: range(tasks),
    },
    {
      name: 'slow first visit, « Prêt sans internet »',
      value: median(ready),
      unit: 'ms',
      note: range(ready),
    },
  ];
}
