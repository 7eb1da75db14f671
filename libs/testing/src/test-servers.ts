import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@tracedesk/platform';

// Servers that specs cut off, kill and bring back.
export { TriedRedis } from './tried-redis.js';
export { TriedCluster, TriedSentinels } from './tried-redis-groups.js';

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
