import { resolve } from 'node:path';
import { isNewerZoneData, keepZoneData, ownZoneData, readConfig, type Environment } from '@tracedesk/platform';

/** Keeps newer zone data with the desk's, once they have been tried, and says what comes next. Throws a CodedError of one sentence where they are not taken. */
export function bringZoneData(environment: Environment, folder: string): string {
  const { dataDir } = readConfig({ LOG_LEVEL: 'error', ...environment });
  // npm runs in the project's folder; the path is meant from where it was typed.
  const version = keepZoneData(resolve(environment['INIT_CWD'] ?? '.', folder), dataDir);
  const own = ownZoneData();
  return isNewerZoneData(version, own)
    ? `Zone data ${version} are kept with the data in ${dataDir}. Start each process of the desk again: it then counts with them, and works the open deadlines out anew; each that moves is an entry.`
    : `Zone data ${version} are kept with the data in ${dataDir}, and change nothing: this Node counts with ${own} already.`;
}
