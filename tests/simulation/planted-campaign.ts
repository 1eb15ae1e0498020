import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { planted } from './planted.ts';

const executed = promisify(execFile);

/** Whether the campaign found a bug that was put in on purpose: within how many runs, by which seed and by what. */
export interface PlantFound {
  readonly name: string;
  readonly runs: number;
  /** Absent when it was not found. */
  readonly seed?: number;
  readonly fault?: string;
}

/** Looks for each planted bug within so many runs, two at a time; `told` hears of each. */
export async function findPlanted(
  { runs, seed, name }: { readonly runs: number; readonly seed: number; readonly name?: string | undefined },
  told: (share: number) => void,
): Promise<readonly PlantFound[]> {
  const asked = planted.filter((plant) => name === undefined || plant.name === name);
  const found: PlantFound[] = [];
  const waiting = asked.values();
  const work = async (): Promise<void> => {
    for (const plant of waiting) {
      const { stdout } = await executed(process.execPath, [
        'tests/simulation/planted-run.ts',
        ...[plant.name, `${runs}`, `${seed}`],
      ]);
      found.push({
        name: plant.name,
        ...(JSON.parse(stdout) as Omit<PlantFound, 'name'>),
      });
      told(found.length / asked.length);
    }
  };
  await Promise.all([work(), work()]);
  return asked.flatMap((plant) => found.find((each) => each.name === plant.name) ?? []);
}
