import type { DeskLog } from '../logging/desk-log.service.js';
import { LAUNCHED_AGAIN } from '../zones/launch-again.adapter.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LOOK_FOR_PARENT_MS = 500;
/** A stop that takes longer than this has got stuck; what is undone is found again at the next start. */
const LONGEST_STOP_MS = 50_000;

export interface Stoppable {
  /** In good order: no request dropped, no job half done. */
  readonly stop: () => Promise<void>;
  /** Settles when something we cannot work without has ended; the name says what. */
  readonly lost: Promise<string>;
}

/**
 * Keeps the process until it is told to end, then ends it with the right code. A second signal changes nothing: stopping is under way.
 * Started through npm it also ends when npm does, for npm's own SIGKILL reaches only npm.
 */
export function runUntilStopped({ stop, lost }: Stoppable, log: DeskLog): void {
  let stopping = false;
  const end = (why: string, code: number): void => {
    if (stopping) return;
    stopping = true;
    log.info('desk.stopping', { why });
    const late = setTimeout(() => process.exit(1), LONGEST_STOP_MS);
    stop()
      .catch((error: unknown) => {
        log.error('desk.stop_failed', {}, error);
        code = 1;
      })
      .finally(() => {
        clearTimeout(late);
        log.info('desk.stopped', { why });
        log.flush();
        process.exit(code);
      });
  };
  for (const signal of SIGNALS) process.on(signal, () => end(signal, 0));
  void lost.then((what) => {
    if (!stopping) {
      log.error('desk.part_lost', { what });
      process.stderr.write(`${what} of this desk ended twice within a minute, or did not start again: the desk ends.\n`);
    }
    end(`${what} ended`, 1);
  });
  process.on('uncaughtException', (error) => {
    log.error('desk.failed', {}, error);
    end('an unexpected error', 1);
  });
  process.on('unhandledRejection', (error) => {
    log.error('desk.failed', {}, error);
    end('an unexpected error', 1);
  });
  watchParent(() => end('its parent is gone', 0));
  // Somebody may read only the first lines (`npm start | head`).
  process.stdout.on('error', () => undefined);
}

function watchParent(gone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined && process.env[LAUNCHED_AGAIN] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, LOOK_FOR_PARENT_MS);
  timer.unref();
}
