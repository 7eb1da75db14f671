import { spawn } from 'node:child_process';
import { keptZoneData, ownZoneData, type KeptZoneData } from './zone-data.adapter.js';

/** Set in the environment of what was launched again, so that it is launched once, and ends when its parent is gone. */
export const LAUNCHED_AGAIN = 'TRACEDESK_ZONE_DATA';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LOOK_FOR_PARENT_MS = 500;

/**
 * Launches this program once more with the zone data kept in the folder, if they are newer than its own and answer; ICU reads the variable
 * at the launch only. Never settles then: this process passes signals on and ends as the other ends. Else says what was found.
 */
export async function withNewestZoneData(dataDir: string): Promise<KeptZoneData> {
  if (process.env[LAUNCHED_AGAIN] !== undefined || process.env['ICU_TIMEZONE_FILES_DIR'] !== undefined) return { found: 'none' };
  const kept = keptZoneData(dataDir);
  if (kept.found !== 'newer') return kept;
  return launchAgain(kept.folder);
}

/** Which data this process counts with: those it was built with, or those of a folder. */
export function zoneDataSource(): 'node' | 'folder' {
  return process.env['ICU_TIMEZONE_FILES_DIR'] === undefined ? 'node' : 'folder';
}

function launchAgain(folder: string): Promise<never> {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env: { ...process.env, ICU_TIMEZONE_FILES_DIR: folder, [LAUNCHED_AGAIN]: ownZoneData() },
    stdio: 'inherit',
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  const looking = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), LOOK_FOR_PARENT_MS);
  return new Promise((_, reject) => {
    child.once('error', (error) => {
      clearInterval(looking);
      reject(error);
    });
    child.once('exit', (code, signal) => {
      clearInterval(looking);
      for (const one of SIGNALS) process.removeAllListeners(one);
      if (signal !== null) process.kill(process.pid, signal);
      else process.exit(code ?? 1);
    });
  });
}
