import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@tracedesk/kernel';
import { isNewerZoneData, isZoneDataVersion } from './zone-data-version.js';

/** What ICU reads instead of the data that Node was built with, where ICU_TIMEZONE_FILES_DIR names their folder at the launch. */
export const ZONE_FILES = ['zoneinfo64.res', 'timezoneTypes.res', 'metaZones.res', 'windowsZones.res'] as const;

export class ZoneDataError extends CodedError<'ZONE_DATA_REFUSED'> {}

/** The release that this process counts days with; a Node that was built without ICU's data names none. */
export function ownZoneData(): string {
  return process.versions.tz ?? 'unknown';
}

export function zoneDataFolder(dataDir: string): string {
  return join(dataDir, 'zone-data');
}

/**
 * The release that these files hold, asked of a process that was launched with them: a damaged file ends a process, or makes every zone
 * invalid. Throws ZoneDataError with one sentence.
 */
export function zoneDataIn(folder: string): string {
  for (const file of ZONE_FILES) refuseDamaged(join(folder, file), file);
  const { status, stdout } = spawnSync(process.execPath, ['--eval', PROBE], {
    env: { ...process.env, NODE_OPTIONS: '', ICU_TIMEZONE_FILES_DIR: folder },
    encoding: 'utf8',
    timeout: 30_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (status !== 0) throw refused(folder, 'a process that was launched with them did not answer');
  const { version, wrong, lost } = JSON.parse(stdout) as { version: string; wrong: readonly string[]; lost: readonly string[] };
  if (!isZoneDataVersion(version)) throw refused(folder, `${version || 'nothing'} is no release of the IANA database`);
  if (lost.length > 0) throw refused(folder, `they do not know ${lost.slice(0, 3).join(', ')}`);
  if (wrong.length > 0) throw refused(folder, `they tell the time otherwise than it was at ${wrong.join(', ')}`);
  return version;
}

/**
 * Checks the files and keeps them with the data, each release in a folder of its own, in one step: whoever starts meanwhile finds all four
 * or none. Says which release they hold.
 */
export function keepZoneData(folder: string, dataDir: string): string {
  const version = zoneDataIn(folder);
  const kept = join(zoneDataFolder(dataDir), version);
  const next = `${kept}.next`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true, mode: 0o700 });
  for (const file of ZONE_FILES) cpSync(join(folder, file), join(next, file));
  rmSync(kept, { recursive: true, force: true });
  renameSync(next, kept);
  return version;
}

export type KeptZoneData =
  | { readonly found: 'none' }
  | { readonly found: 'newer'; readonly version: string; readonly folder: string }
  | { readonly found: 'damaged'; readonly problem: string };

/** The newest release kept with the data that is newer than this process has and answers; those that do not answer are passed over, and told. */
export function keptZoneData(dataDir: string): KeptZoneData {
  const kept = zoneDataFolder(dataDir);
  const releases = existsSync(kept) ? readdirSync(kept).filter((name) => isNewerZoneData(name, ownZoneData())) : [];
  let problem: string | null = null;
  for (const version of releases.sort().reverse()) {
    const folder = join(kept, version);
    try {
      if (zoneDataIn(folder) === version) return { found: 'newer', version, folder };
    } catch (error) {
      problem ??= (error as Error).message;
    }
  }
  return problem === null ? { found: 'none' } : { found: 'damaged', problem };
}

/** A resource bundle of ICU says in its header what it is, and in its index how long: enough to tell a file that was cut off. */
function refuseDamaged(path: string, file: string): void {
  if (!existsSync(path)) throw refused(path, `${file} is missing: the four files are ${ZONE_FILES.join(', ')}`);
  const bytes = readFileSync(path);
  const headerLength = bytes.length < 64 ? 0 : bytes.readUInt16LE(0);
  const isBundle = bytes.length >= 64 && bytes.readUInt16LE(2) === 0x27da && bytes.toString('latin1', 12, 16) === 'ResB';
  if (!isBundle || headerLength + 20 > bytes.length)
    throw refused(path, `${file} is no resource bundle of ICU for machines of this kind (folder 44/le of its zone data)`);
  if (headerLength + bytes.readUInt32LE(headerLength + 16) * 4 > bytes.length) throw refused(path, `${file} was cut off`);
}

function refused(folder: string, because: string): ZoneDataError {
  return new ZoneDataError('ZONE_DATA_REFUSED', `The zone data in ${folder} are not taken: ${because}.`, {});
}

/** Instants long past whose local time nobody will change, over both hemispheres, halves of hours, and both sides of the date line. */
const PROBE = `
  const known = [
    ['Europe/Paris', '2019-07-01T12:00:00Z', '14:00'], ['Europe/Paris', '2019-12-01T12:00:00Z', '13:00'],
    ['America/New_York', '2019-07-01T12:00:00Z', '08:00'], ['America/Sao_Paulo', '2018-12-01T12:00:00Z', '10:00'],
    ['America/Sao_Paulo', '2020-12-01T12:00:00Z', '09:00'], ['Asia/Kolkata', '2019-07-01T12:00:00Z', '17:30'],
    ['Pacific/Apia', '2011-12-29T12:00:00Z', '02:00'], ['Pacific/Apia', '2012-07-01T12:00:00Z', '01:00'],
    ['Australia/Lord_Howe', '2019-07-01T12:00:00Z', '22:30'], ['Africa/Abidjan', '2019-07-01T12:00:00Z', '12:00'],
  ];
  const at = (timeZone, instant) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
  const told = (zone, instant) => { try { return at(zone, instant); } catch { return 'nothing'; } };
  const lost = Intl.supportedValuesOf('timeZone').filter((zone, index) => index % 9 === 0 && told(zone, 0) === 'nothing');
  const wrong = known.filter(([zone, instant, time]) => told(zone, instant) !== time).map(([zone, instant]) => zone + ' ' + instant);
  process.stdout.write(JSON.stringify({ version: process.versions.tz ?? '', wrong, lost }));
`;
