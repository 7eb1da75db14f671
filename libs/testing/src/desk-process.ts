import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DeskClient } from './desk-client.js';
import { freePort } from './free-port.js';
import { DEMONSTRATION_VARIABLE } from './test-database-connection.js';

/** A build may come first. */
const READY_WITHIN_MS = 240_000;
const STOPPED_WITHIN_MS = 30_000;

export interface DeskOptions {
  /** Which program: the whole desk (default), or one of its three by itself. */
  readonly app?: 'desk' | 'api' | 'web' | 'worker';
  /** Where its data is; absent: a temporary folder, removed by `stop`, which in a run of Jest holds a demonstration that was made once for all. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Added to a small clean environment; nothing of the caller's settings leaks in. */
  readonly env?: Readonly<Record<string, string>>;
  /** `false`: return at once, without waiting for /health/ready. */
  readonly wait?: boolean;
}

/** A real desk in its own process, on a free port, as `npm start` runs it. */
export class DeskProcess {
  /** Everything it printed, in order: its JSON log and its start-up message. */
  output = '';

  private constructor(
    readonly origin: string,
    readonly port: number,
    readonly dataDir: string,
    private readonly child: ChildProcess,
    private readonly ownFolder: boolean,
    private readonly keysDir: string,
  ) {
    const keep = (chunk: Buffer): void => void (this.output += chunk.toString('utf8'));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  static async start(options: DeskOptions = {}): Promise<DeskProcess> {
    const port = options.port ?? (await freePort());
    const dataDir = options.dataDir ?? (await folderFor(options));
    const env: Record<string, string> = { ...cleanEnvironment(), PORT: String(port), DATA_DIR: dataDir, ...options.env };
    const child = spawn(process.execPath, programOf(options.app ?? 'desk'), {
      env,
      cwd: fileURLToPath(repository),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const desk = new DeskProcess(
      `http://127.0.0.1:${port}`,
      port,
      dataDir,
      child,
      options.dataDir === undefined,
      env['KEYS_DIR'] ?? join(dataDir, 'keys'),
    );
    if (options.wait !== false) await desk.ready();
    return desk;
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  get exited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Resolves once /health/ready says yes; rejects with what the desk printed when it ends or stays silent. */
  async ready(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    while (Date.now() < until) {
      if (this.exited) throw new Error(`The desk ended (${await this.ended()}) before it was ready:\n${this.output}`);
      const answer = await fetch(`${this.origin}/health/ready`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      await pause(25);
    }
    await this.signal('SIGKILL');
    throw new Error(`The desk was not ready within ${READY_WITHIN_MS / 1000} s:\n${this.output}`);
  }

  /** The password of the demonstration people, as the desk keeps it for its operator. */
  async demonstrationPassword(): Promise<string> {
    return demonstrationPasswordIn(join(this.dataDir, 'demonstration.json'));
  }

  /** What `/health` tells its operator: the parts too. */
  async health(): Promise<Response> {
    const token = (await readFile(join(this.keysDir, 'operator.token'), 'utf8')).trim();
    return fetch(`${this.origin}/health`, { headers: { authorization: `Bearer ${token}` } });
  }

  /** A client signed in as one of the demonstration people, `QR officer`. */
  async as(person: string): Promise<DeskClient> {
    const [state = '', name = ''] = person.split(' ');
    return new DeskClient(this.origin).signIn({ state, name, password: await this.demonstrationPassword() });
  }

  /** Sends a signal and waits for the end; returns the exit code, or the signal's name. */
  async signal(signal: NodeJS.Signals): Promise<number | string> {
    if (!this.exited) this.child.kill(signal);
    return this.ended();
  }

  async ended(): Promise<number | string> {
    if (!this.exited) {
      const late = setTimeout(() => this.child.kill('SIGKILL'), STOPPED_WITHIN_MS);
      await once(this.child, 'exit');
      clearTimeout(late);
    }
    return this.child.exitCode ?? this.child.signalCode ?? 'ended';
  }

  /** Ctrl-C, and the folder too when it was made for this desk. */
  async stop(): Promise<number | string> {
    const code = await this.signal('SIGINT');
    await this.clear();
    return code;
  }

  /** Removes the folder made for this desk; PostgreSQL may still be writing its last file after a kill, hence the retries. */
  async clear(): Promise<void> {
    if (this.ownFolder) await rm(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** An empty folder, or a copy of the run's demonstration: to make one takes a desk some ten seconds of a core, and many do nothing but begin from it. */
async function folderFor({ app = 'desk', env = {} }: DeskOptions): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tracedesk-'));
  const demonstration = process.env[DEMONSTRATION_VARIABLE];
  if (demonstration === undefined || app !== 'desk' || 'DATABASE_URL' in env || 'KEYS_DIR' in env) return folder;
  if (!existsSync(demonstration)) {
    const first = await DeskProcess.start({ dataDir: `${demonstration}.new` });
    await first.signal('SIGINT');
    // A copy says in its log that it is one, and remembers it: this is where copies begin.
    await rm(join(first.dataDir, 'folder.json'));
    await rename(first.dataDir, demonstration);
  }
  // Not by Node: it would give PostgreSQL's files to whoever copies.
  await promisify(execFile)('cp', ['-a', `${demonstration}/.`, folder]);
  return folder;
}

/** Reads the password that a demonstration keeps in its data folder. */
export async function demonstrationPasswordIn(file: string): Promise<string> {
  const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof kept === 'object' && kept !== null && 'password' in kept && typeof kept.password === 'string') return kept.password;
  throw new Error(`${file} holds no password. Is it the demonstration.json of a data folder?`);
}

const repository = new URL('../../../', import.meta.url);

/**
 * The arguments for Node that run a program as `npm start` does: built from these sources, building first if need be.
 * With TRACEDESK_DESK=sources, from the sources without a type check.
 */
export function programOf(app: string, entry = 'main'): string[] {
  const program = `apps/${app}/src/${entry}`;
  if (process.env['TRACEDESK_DESK'] !== 'sources') return [fileURLToPath(new URL('scripts/run.js', repository)), program];
  const loader = new URL('scripts/typescript.js', repository).href;
  return ['--import', loader, fileURLToPath(new URL(`${program}.ts`, repository))];
}

function cleanEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'XDG_CACHE_HOME'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
