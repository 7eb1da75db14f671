import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findRedis, startEmbeddedPostgres, type EmbeddedPostgres } from '@tracedesk/platform';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

/** A Redis of one's own, on a port that stays the same when it dies and comes back. */
export class TriedRedis {
  private child: ChildProcess | null = null;
  private constructor(
    readonly port: number,
    private readonly file: string,
    private readonly folder: string,
  ) {}

  static async start(folder: string): Promise<TriedRedis> {
    const found = findRedis(process.env['PATH'] ?? '');
    if (found === null) throw new Error('There is no redis-server or valkey-server on the PATH.');
    const redis = new TriedRedis(await freePort(), found.file, folder);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    const settings = [
      '--bind',
      '127.0.0.1',
      '--port',
      String(this.port),
      '--dir',
      this.folder,
      '--appendonly',
      'yes',
      '--save',
      '',
    ];
    this.child = spawn(this.file, [...settings, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
    for (let tries = 0; tries < 100; tries += 1) {
      if (
        await this.ask('ping').then(
          () => true,
          () => false,
        )
      )
        return;
      await pause(50);
    }
    throw new Error(`Redis does not answer on port ${this.port}.`);
  }

  async kill(): Promise<void> {
    const ended = this.child && once(this.child, 'exit');
    this.child?.kill('SIGKILL');
    await ended;
    this.child = null;
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  async ask(command: string, ...words: readonly string[]): Promise<unknown> {
    const client = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.call(command, ...words);
    } finally {
      client.disconnect();
    }
  }

  async stop(): Promise<void> {
    if (this.child) await this.kill();
    this.forget();
  }
}

/** A PostgreSQL of one's own that can be killed and comes back on the same port, with the same files. */
export class TriedPostgres {
  private constructor(
    private running: EmbeddedPostgres,
    readonly folder: string,
  ) {}

  static async start(folder: string): Promise<TriedPostgres> {
    return new TriedPostgres(await launch(folder), folder);
  }

  get url(): string {
    return this.running.url;
  }

  /** As by a power cut, but for the machine's memory. */
  async kill(): Promise<void> {
    const [pid] = readFileSync(join(this.running.folder, 'data/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await this.running.ended;
  }

  /** The killed server's last processes may still hold its memory for a moment. */
  async comeBack(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        this.running = await launch(this.folder);
        return;
      } catch (error) {
        if (tries === 20) throw error;
        await pause(250);
      }
    }
  }

  stop(): Promise<void> {
    return this.running.stop();
  }
}

function launch(folder: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ folder, passwordFile: join(folder, 'superuser') });
}
