import { describe, expect, it } from '@jest/globals';
import { keepRunning, type KeptRunning, type Revivable } from './keep-running.adapter.js';

/** A server that ends when it is told to, and how often it was started. */
class Servers {
  started = 0;
  told: string[] = [];
  minutes = 0;
  fails = false;
  private endNow: () => void = () => undefined;

  readonly start = async (): Promise<Revivable> => {
    if (this.fails) throw new Error('no room');
    this.started += 1;
    const ended = new Promise<void>((resolve) => (this.endNow = resolve));
    return { ended, stop: async () => this.endNow() };
  };

  async keep(): Promise<KeptRunning> {
    return keepRunning(
      await this.start(),
      this.start,
      (event) => this.told.push(event),
      () => this.minutes * 60_000,
    );
  }

  async crash(): Promise<void> {
    this.endNow();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a server of the desk’s own that ends by itself', () => {
  it('is started again, and once more when it lasted a minute', async () => {
    const servers = new Servers();
    const kept = await servers.keep();
    await servers.crash();
    servers.minutes = 1;
    await servers.crash();
    expect(servers.started).toBe(3);
    await kept.stop();
    expect(servers.told).toEqual(['servant.ended', 'servant.started_again', 'servant.ended', 'servant.started_again']);
  });

  it('is lost when it ends a second time within a minute', async () => {
    const servers = new Servers();
    const kept = await servers.keep();
    await servers.crash();
    servers.minutes = 0.9;
    await servers.crash();
    await kept.lost;
    expect(servers.started).toBe(2);
  });

  it('is lost when it cannot be started again, and says so', async () => {
    const servers = new Servers();
    const kept = await servers.keep();
    servers.fails = true;
    await servers.crash();
    await kept.lost;
    expect(servers.told).toEqual(['servant.ended', 'servant.not_started_again']);
  });

  it('is not started again when it was told to end', async () => {
    const servers = new Servers();
    const kept = await servers.keep();
    await kept.stop();
    expect([servers.started, servers.told]).toEqual([1, []]);
  });
});
