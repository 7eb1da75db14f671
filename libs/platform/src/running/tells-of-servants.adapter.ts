import type { Told } from '../embedded/keep-running.adapter.js';
import type { DeskLog } from '../logging/desk-log.service.js';

/** Tells the log how a server of our own fares; what could not be started again ends the desk. */
export function tellsOf(name: string, log: DeskLog): Told {
  return (event, error) => {
    if (event === 'servant.not_started_again') log.error(event, { name }, error);
    else log.warn(event, { name });
  };
}
