import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zoneFilesOfNode, zoneFilesOf2031 } from '@tracedesk/testing';
import { keepZoneData, keptZoneData, ownZoneData, ZONE_FILES, zoneDataFolder, zoneDataIn } from './zone-data.adapter.js';
import { isNewerZoneData, isZoneDataOld, zoneDataWarning } from './zone-data-version.js';

/** Local mean time, -03:00, and its summer time. */
const SAO_PAULO = [-11188, 0, -10800, 0, -10800, 3600];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zone-data-'));
  zoneFilesOfNode(join(folder, 'own'));
  zoneFilesOf2031(join(folder, 'newer'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('zone data that an operator brings', () => {
  it('are refused where a file is missing, is none, or was cut off', () => {
    expect(() => zoneDataIn(join(folder, 'nowhere'))).toThrow(/zoneinfo64\.res is missing: the four files are/);
    for (const file of ZONE_FILES) {
      expect(() => zoneDataIn(spoilt((path) => rmSync(join(path, file))))).toThrow(`${file} is missing`);
      expect(() => zoneDataIn(spoilt((path) => truncateSync(join(path, file), 1000)))).toThrow(`${file} was cut off`);
      expect(() => zoneDataIn(spoilt((path) => writeFileSync(join(path, file), 'TZif2'.repeat(100))))).toThrow(
        `${file} is no resource bundle of ICU`,
      );
    }
  });

  it('are refused where they tell the time otherwise than it was', () => {
    const wrong = spoilt((path) => changeOffsets(path, SAO_PAULO, [-11188, 0, -7200, 0, -7200, 3600]));
    expect(() => zoneDataIn(wrong)).toThrow(
      'they tell the time otherwise than it was at America/Sao_Paulo 2018-12-01T12:00:00Z, America/Sao_Paulo 2020-12-01T12:00:00Z',
    );
  });

  it('say which release they hold, and are kept with the data in one step', () => {
    expect(zoneDataIn(join(folder, 'own'))).toBe(ownZoneData());
    const dataDir = join(folder, 'data');
    expect(keptZoneData(dataDir)).toEqual({ found: 'none' });
    expect(keepZoneData(join(folder, 'own'), dataDir)).toBe(ownZoneData());
    expect(keptZoneData(dataDir)).toEqual({ found: 'none' });
    expect(keepZoneData(join(folder, 'newer'), dataDir)).toBe('2031a');
    expect(keptZoneData(dataDir)).toEqual({ found: 'newer', version: '2031a', folder: join(zoneDataFolder(dataDir), '2031a') });
    expect(readdirSync(zoneDataFolder(dataDir)).sort()).toEqual([ownZoneData(), '2031a']);
  });

  it('leave the old ones where they do not answer', () => {
    const dataDir = join(folder, 'kept');
    keepZoneData(join(folder, 'newer'), dataDir);
    expect(() =>
      keepZoneData(
        spoilt((path) => truncateSync(join(path, 'metaZones.res'), 900)),
        dataDir,
      ),
    ).toThrow('cut off');
    expect(keptZoneData(dataDir)).toMatchObject({ found: 'newer' });
    truncateSync(join(zoneDataFolder(dataDir), '2031a', 'zoneinfo64.res'), 900);
    expect(keptZoneData(dataDir)).toMatchObject({ found: 'damaged', problem: expect.stringContaining('cut off') });
  });

  it('change what a process says of the time, once it is launched with them', () => {
    const offset = (dir: string): string =>
      spawnSync(
        process.execPath,
        ['-p', `new Date('2026-01-01T00:00Z').toLocaleTimeString('sv-SE', { timeZone: 'Asia/Kathmandu' })`],
        {
          env: { ...process.env, NODE_OPTIONS: '', ICU_TIMEZONE_FILES_DIR: dir },
          encoding: 'utf8',
        },
      ).stdout.trim();
    expect([offset(join(folder, 'own')), offset(join(folder, 'newer'))]).toEqual(['05:45:00', '07:00:00']);
  });
});

describe('a release of the zone data', () => {
  it.each([
    ['2026a', '2025c', true],
    ['2025c', '2025b', true],
    ['2025c', '2025c', false],
    ['2025b', '2025c', false],
    ['2025za', '2025z', true],
    ['', '2025c', false],
    ['2025c', '', true],
  ])('%s is newer than %s: %s', (one, other, newer) => {
    expect(isNewerZoneData(one, other)).toBe(newer);
  });

  it('is old once a year has passed since the last day it can be of', () => {
    expect(isZoneDataOld('2025a', new Date('2026-12-31T23:59:59.999Z'))).toBe(false);
    expect(isZoneDataOld('2025a', new Date('2027-01-01T00:00:00.000Z'))).toBe(true);
  });

  it('is warned of where it is old, or other processes count with another', () => {
    const now = new Date('2026-11-29T12:00:00Z');
    expect(zoneDataWarning('2025c', ['2025c'], now)).toBeNull();
    expect(zoneDataWarning('2025c', ['2026f', '2025c', '2026e', '2026f'], now)).toBe(
      'other processes count days with 2026e, 2026f, this one with 2025c',
    );
    expect(zoneDataWarning('2024b', [], now)).toBe('the zone data are of 2024b, older than a year: npm run admin -- zone-data');
  });
});

let spoiltFolders = 0;
function spoilt(how: (path: string) => void): string {
  const path = join(folder, `spoilt-${(spoiltFolders += 1)}`);
  cpSync(join(folder, 'newer'), path, { recursive: true });
  how(path);
  return path;
}

/** Overwrites the first place where these offsets stand in the table of zones. */
function changeOffsets(path: string, from: readonly number[], to: readonly number[]): void {
  const file = join(path, 'zoneinfo64.res');
  const bytes = readFileSync(file);
  const at = bytes.indexOf(int32s(from));
  expect(at).toBeGreaterThan(0);
  int32s(to).copy(bytes, at);
  writeFileSync(file, bytes);
}

function int32s(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeInt32LE(number, index * 4));
  return bytes;
}
