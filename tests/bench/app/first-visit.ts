import { begin } from '../../journeys/device.ts';
import { kilobytes, type Measure } from './measure.ts';
import { bytesOf, contentsOf, MeteredRoad } from './metered-road.ts';
import { newProfile, WatchedBrowser } from './watched-browser.ts';

/** A first visit that goes as fast as it can to the first question: what is received until then. */
export async function firstVisit(address: string): Promise<readonly Measure[]> {
  const road = await MeteredRoad.to(address);
  const profile = await newProfile();
  const browser = await WatchedBrowser.open(profile.path);
  try {
    const { page } = browser;
    await page.goto(road.address);
    await page.getByRole('link', { name: 'Commencer le test' }).click();
    await begin(page, 'Lina');
    await browser.moment('questionAt');
    const transfers = [...road.transfers];
    return [
      {
        name: 'received before the first question',
        value: kilobytes(bytesOf(transfers)),
        unit: 'KB',
        budget: 600,
        isHard: true,
        note: contentsOf(transfers),
      },
    ];
  } finally {
    await browser.close();
    await profile.remove();
    road.close();
  }
}
