import { readyOffline } from '../../journeys/device.ts';
import { gzipped, neededScripts } from './built.ts';
import { kilobytes, type Measure } from './measure.ts';
import { bytesOf, contentsOf, MeteredRoad } from './metered-road.ts';
import { newProfile, WatchedBrowser } from './watched-browser.ts';

/** The first page, opened and left alone until it says that it is ready: its scripts, and all that travels. */
export async function firstRoute(address: string): Promise<readonly Measure[]> {
  const road = await MeteredRoad.to(address);
  const profile = await newProfile();
  const browser = await WatchedBrowser.open(profile.path);
  try {
    await browser.page.goto(road.address);
    await readyOffline(browser.page);
    const { transfers } = road;
    const loaded = await browser.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const needed = await neededScripts();
    const scripts = [...new Set(loaded.filter((path) => /^\/_app\/.+\.js$/.test(path)))];
    const described = (paths: readonly string[]): string => {
      const bytes = bytesOf(transfers.filter(({ path }) => paths.includes(path)));
      return `${paths.length} files; ${kilobytes(bytes).toFixed(1)} KB travelled, with their headers`;
    };
    return [
      {
        name: 'first page, scripts before it can be used (gzip -9)',
        value: kilobytes(await gzipped(needed)),
        unit: 'KB',
        budget: 90,
        isHard: true,
        note: described(needed),
      },
      {
        name: 'first page, all scripts in the end, with the database (gzip -9)',
        value: kilobytes(await gzipped(scripts)),
        unit: 'KB',
        note: described(scripts),
      },
      {
        name: 'received when « Prêt sans internet » shows',
        value: kilobytes(bytesOf(transfers)),
        unit: 'KB',
        note: contentsOf(transfers),
      },
    ];
  } finally {
    await browser.close();
    await profile.remove();
    road.close();
  }
}
