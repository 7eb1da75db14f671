import { isConflictOfTransactions } from './database-error.js';

/** How often work is begun anew after PostgreSQL broke off one of two transactions in each other's way. */
export const RETRIES_AFTER_CONFLICT = 3;
const FIRST_PAUSE_MS = 5;

/** Runs work that does nothing but database work, again if it lost against another transaction. `pause` waits that many milliseconds, more or less. */
export async function retryingConflicts<T>(work: () => Promise<T>, pause: (milliseconds: number) => Promise<void>): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await work();
    } catch (error) {
      if (retry >= RETRIES_AFTER_CONFLICT || !isConflictOfTransactions(error)) throw error;
      await pause(FIRST_PAUSE_MS * 4 ** retry);
    }
  }
}
