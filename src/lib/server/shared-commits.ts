import { setTimeout as after } from 'node:timers/promises';
import type { ControlledTransaction, Kysely, Transaction } from 'kysely';

interface Waiting<Tables> {
  /** Does the work inside the transaction; resolves to whether it stands, and never rejects. */
  readonly attempt: (transaction: Transaction<Tables>) => Promise<boolean>;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/** The most works in one commit: those that come later wait no longer than this many. */
const mostTogether = 64;
/** The longest that works wait for others to share their commit. */
const longestWaitMs = 5;

/**
 * Lets works that come at the same time share one commit: a commit waits for the disk, whatever it holds. They are done one
 * after the other, each whole or not at all, and nobody hears that theirs is done before the commit is.
 */
export class SharedCommits<Tables> {
  readonly #database: Kysely<Tables>;
  readonly #waiting: Waiting<Tables>[] = [];
  #isRunning = false;
  /** How long the last commit took. */
  #commitMs = 0;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  /** Resolves with what the work gives once it is committed; rejects with what it threw, or with why nothing was committed. */
  do<Done>(work: (transaction: Transaction<Tables>) => Promise<Done>): Promise<Done> {
    return new Promise((resolve, reject) => {
      let done: Done;
      const attempt = async (transaction: Transaction<Tables>): Promise<boolean> => {
        try {
          done = await work(transaction);
          return true;
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          return false;
        }
      };
      this.#waiting.push({ attempt, kept: () => resolve(done), failed: reject });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      // As long as a commit takes: nobody waits for more than twice the time, and others who are nearly there come along.
      await after(Math.min(this.#commitMs, longestWaitMs));
      await this.#together(this.#waiting.splice(0, mostTogether));
    }
    this.#isRunning = false;
  }

  async #together(works: readonly Waiting<Tables>[]): Promise<void> {
    try {
      const transaction = await this.#database.startTransaction().execute();
      try {
        const standing: Waiting<Tables>[] = [];
        for (const work of works) if (await alone(transaction, work)) standing.push(work);
        const begin = performance.now();
        await transaction.commit().execute();
        this.#commitMs = performance.now() - begin;
        for (const work of standing) work.kept();
      } catch (error) {
        await transaction.rollback().execute();
        throw error;
      }
    } catch (error) {
      for (const work of works) work.failed(error);
    }
  }
}

async function alone<Tables>(
  transaction: ControlledTransaction<Tables>,
  { attempt }: Waiting<Tables>,
): Promise<boolean> {
  const before = await transaction.savepoint('work').execute();
  const stands = await attempt(before);
  if (!stands) await before.rollbackToSavepoint('work').execute();
  await before.releaseSavepoint('work').execute();
  return stands;
}
