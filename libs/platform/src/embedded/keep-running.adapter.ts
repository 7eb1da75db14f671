/** A server of our own, as whoever keeps it running sees it. */
export interface Revivable {
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

export type Told = (event: 'servant.ended' | 'servant.started_again' | 'servant.not_started_again', error?: unknown) => void;

export interface KeptRunning {
  /** Settles when it has ended for good: a second time within a minute, or it could not be started again. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
}

/** Two ends closer together than this have one cause, which a third start would not mend. */
const TOO_SOON_MS = 60_000;

/** Starts a server again that ended by itself. `again` must bring it back at the same address: those who use it only reconnect. */
export function keepRunning(
  first: Revivable,
  again: () => Promise<Revivable>,
  told: Told,
  now: () => number = () => performance.now(),
): KeptRunning {
  let current = first;
  let stopping = false;
  const isStopping = (): boolean => stopping;

  const keep = async (): Promise<void> => {
    for (let before = Number.NEGATIVE_INFINITY; ; before = now()) {
      await current.ended.catch(() => undefined);
      if (isStopping()) return;
      told('servant.ended');
      if (now() - before < TOO_SOON_MS) return;
      try {
        current = await again();
      } catch (error) {
        return told('servant.not_started_again', error);
      }
      if (isStopping()) return current.stop();
      told('servant.started_again');
    }
  };
  const lost = keep();
  return {
    lost,
    async stop() {
      stopping = true;
      await current.stop();
      await lost;
    },
  };
}
