import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { findRedis } from '@tracedesk/platform';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

/** A Redis of one's own, on a port that stays the same when it dies and comes back. */
export class TriedRedis {
  private child: ChildProcess | null = null;
  private constructor(
    readonly port: number,
    private readonly file: string,
    private readonly folder: string,
    private readonly settings: readonly string[],
  ) {}

  /** `settings` as on the command line of the server, beside those that make it one of our own. */
  static async start(folder: string, settings: readonly string[] = []): Promise<TriedRedis> {
    const found = findRedis(process.env['PATH'] ?? '');
    if (found === null) throw new Error('There is no redis-server or valkey-server on the PATH.');
    const redis = new TriedRedis(await portForABus(), found.file, folder, settings);
    await redis.start();
    return redis;
  }

  get url(): string {
    const at = this.settings.indexOf('--requirepass');
    return `redis://${at < 0 ? '' : `:${this.settings[at + 1]}@`}127.0.0.1:${this.port}`;
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
    this.child = spawn(this.file, [...settings, '--maxmemory-policy', 'noeviction', ...this.settings], { stdio: 'ignore' });
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

/** A node of a cluster also listens ten thousand ports higher. */
async function portForABus(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (port < 55_000) return port;
  }
}
