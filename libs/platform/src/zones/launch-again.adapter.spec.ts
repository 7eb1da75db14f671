import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../config/project-folder.adapter.js';
import { zoneFilesOf2031, zoneFilesOfNode } from '@tracedesk/testing';
import { keepZoneData, ownZoneData, zoneDataFolder } from './zone-data.adapter.js';

const ROOT = projectFolder();
/** A program of the desk in small: it looks for newer zone data first, tells which it counts with, and ends in its own way. */
const PROGRAM = `
  import { withNewestZoneData } from ${JSON.stringify(pathToFileURL(join(ROOT, 'libs/platform/src/zones/launch-again.adapter.ts')).href)};
  const kept = await withNewestZoneData(process.env.DATA_DIR);
  process.on('SIGTERM', () => process.exit(7));
  console.log(JSON.stringify({ version: process.versions.tz, found: kept.found, said: process.argv.slice(2) }));
  setInterval(() => undefined, 1000);
`;

let folder: string;
const started: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-again-'));
  writeFileSync(join(folder, 'program.mjs'), PROGRAM);
  zoneFilesOfNode(join(folder, 'own'));
  zoneFilesOf2031(join(folder, 'newer'));
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('a start', () => {
  it('counts days with its own zone data where none are kept, or none that are newer', async () => {
    expect(await told('none')).toMatchObject({ version: ownZoneData(), found: 'none' });
    keepZoneData(join(folder, 'own'), join(folder, 'same'));
    expect(await told('same')).toMatchObject({ version: ownZoneData(), found: 'none' });
  });

  it('counts with newer ones that are kept: it is launched once more, with its arguments, and ends as it is told to', async () => {
    keepZoneData(join(folder, 'newer'), join(folder, 'brought'));
    const child = launched('brought');
    expect(await said(child)).toEqual({ version: '2031a', found: 'none', said: ['--as', 'typed'] });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('goes on with its own where those that are kept do not answer', async () => {
    const dataDir = join(folder, 'damaged');
    keepZoneData(join(folder, 'newer'), dataDir);
    truncateSync(join(zoneDataFolder(dataDir), '2031a', 'zoneinfo64.res'), 2000);
    expect(await told('damaged')).toMatchObject({ version: ownZoneData(), found: 'damaged' });
  });
});

async function told(dataDir: string): Promise<unknown> {
  const child = launched(dataDir);
  const answer = await said(child);
  child.kill('SIGTERM');
  await once(child, 'exit');
  return answer;
}

function launched(dataDir: string): ChildProcess {
  const hook = join(ROOT, 'scripts/typescript.js');
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], DATA_DIR: join(folder, dataDir) };
  const child = spawn(process.execPath, ['--import', hook, join(folder, 'program.mjs'), '--as', 'typed'], {
    env,
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return child;
}

async function said({ stdout }: ChildProcess): Promise<unknown> {
  for await (const chunk of stdout as AsyncIterable<Buffer>) return JSON.parse(chunk.toString('utf8'));
  throw new Error('The program ended without a word.');
}
