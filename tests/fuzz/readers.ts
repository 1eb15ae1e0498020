import { base64url } from '#lib/base/bytes.ts';
import { randomIndex, seededRandom } from '#lib/base/random.ts';
import { borders } from './borders.ts';
import { mutated } from './mutation.ts';

/** What a border did that it must not. */
export interface Fault {
  readonly border: string;
  readonly what: string;
  /** What was given to it, in base64url. */
  readonly given: string;
}

const slowMs = 2_000;

/** Gives changed bytes to every reader in turn until the time is over; `told` hears the share. */
export async function fuzzReaders(
  seconds: number,
  seed: string,
  told: (share: number) => void,
): Promise<{
  readonly tries: number;
  readonly byBorder: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}> {
  const all = await borders();
  const byBorder = Object.fromEntries(all.map(({ name }) => [name, 0]));
  const faults: Fault[] = [];
  const begun = performance.now();
  let tries = 0;
  for (let share = 0; share < 1; share = (performance.now() - begun) / (seconds * 1_000)) {
    for (const { name, examples, read } of all) {
      tries += 1;
      byBorder[name] = (byBorder[name] ?? 0) + 1;
      const random = seededRandom(`${seed} ${tries}`);
      const given = mutated(examples[randomIndex(random, examples.length)] ?? new Uint8Array(0), random);
      const from = performance.now();
      try {
        await read(given);
        if (performance.now() - from > slowMs)
          faults.push({ border: name, what: 'slow', given: base64url(given) });
      } catch (error) {
        const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        if (!faults.some((each) => each.border === name && each.what === what))
          faults.push({ border: name, what, given: base64url(given) });
      }
    }
    told(Math.min(1, share));
  }
  return { tries, byBorder, faults };
}
