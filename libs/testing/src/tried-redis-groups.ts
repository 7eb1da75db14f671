import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findRedis } from '@tracedesk/platform';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';
import { TriedRedis } from './tried-redis.js';

const GROUP = 'desk';
const SENTINELS = 3;
const QUORUM = 2;
const DOWN_AFTER_MS = 800;

/** A primary, its replica, and three sentinels that vote when the primary is away. */
export class TriedSentinels {
  private readonly sentinels: ChildProcess[] = [];
  private readonly ports: number[] = [];

  private constructor(
    private readonly folder: string,
    readonly primary: TriedRedis,
    readonly replica: TriedRedis,
    private readonly passwords: { readonly servers: string; readonly sentinels: string },
  ) {}

  static async start(
    folder: string,
    passwords: { readonly servers: string; readonly sentinels: string },
  ): Promise<TriedSentinels> {
    const secret = ['--requirepass', passwords.servers, '--masterauth', passwords.servers];
    const primary = await TriedRedis.start(join(folder, 'primary'), secret);
    const follows = ['--replicaof', `127.0.0.1 ${primary.port}`, '--repl-diskless-sync-delay', '0'];
    const replica = await TriedRedis.start(join(folder, 'replica'), [...secret, ...follows]);
    const group = new TriedSentinels(folder, primary, replica, passwords);
    try {
      await until(async () => /master_link_status:up/.test(String(await replica.ask('info', 'replication'))));
      for (let n = 0; n < SENTINELS; n += 1) await group.startSentinel(n);
      await until(async () => (await Promise.all(group.ports.map((port) => group.knowsAll(port)))).every(Boolean));
      return group;
    } catch (error) {
      await group.stop();
      throw error;
    }
  }

  url(group = GROUP): string {
    const { servers, sentinels } = this.passwords;
    const hosts = this.ports.map((port) => `127.0.0.1:${port}`).join(',');
    return `redis+sentinel://:${servers}@${hosts}/${group}?sentinelPassword=${sentinels}`;
  }

  async stop(): Promise<void> {
    await Promise.all(this.sentinels.map((child) => ended(child)));
    await this.primary.stop();
    await this.replica.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startSentinel(n: number): Promise<void> {
    const { servers, sentinels } = this.passwords;
    const port = await freePort();
    const folder = join(this.folder, `sentinel-${n}`);
    mkdirSync(folder, { recursive: true });
    const settings = [
      `bind 127.0.0.1`,
      `port ${port}`,
      `dir ${folder}`,
      `requirepass ${sentinels}`,
      `sentinel monitor ${GROUP} 127.0.0.1 ${this.primary.port} ${QUORUM}`,
      `sentinel auth-pass ${GROUP} ${servers}`,
      `sentinel down-after-milliseconds ${GROUP} ${DOWN_AFTER_MS}`,
      `sentinel failover-timeout ${GROUP} 3000`,
    ];
    writeFileSync(join(folder, 'sentinel.conf'), `${settings.join('\n')}\n`);
    const { file } = findRedis(process.env['PATH'] ?? '')!;
    this.sentinels.push(spawn(file, [join(folder, 'sentinel.conf'), '--sentinel'], { stdio: 'ignore' }));
    this.ports.push(port);
  }

  /** A vote needs the others, and a failover a replica to choose. */
  private async knowsAll(port: number): Promise<boolean> {
    const client = new Redis({ port, password: this.passwords.sentinels, retryStrategy: () => null });
    client.on('error', () => undefined);
    const words = String(await client.call('SENTINEL', 'MASTER', GROUP).catch(() => ''));
    client.disconnect();
    return words.includes(`num-other-sentinels,${SENTINELS - 1}`) && words.includes('num-slaves,1');
  }
}

const SLOTS = 16_384;
const PRIMARIES = 3;

/** Three primaries that share the slots, and a replica for the one that holds a key. */
export class TriedCluster {
  private constructor(
    private readonly folder: string,
    readonly nodes: readonly TriedRedis[],
    readonly owner: TriedRedis,
    readonly replica: TriedRedis,
  ) {}

  /** `key`: the primary that holds it has the replica. */
  static async start(folder: string, key: string): Promise<TriedCluster> {
    const settings = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '800', '--repl-diskless-sync-delay', '0'];
    const nodes: TriedRedis[] = [];
    for (let n = 0; n <= PRIMARIES; n += 1) nodes.push(await TriedRedis.start(join(folder, `node-${n}`), settings));
    try {
      return await TriedCluster.joined(folder, nodes, key);
    } catch (error) {
      for (const node of nodes) await node.stop();
      throw error;
    }
  }

  private static async joined(folder: string, nodes: readonly TriedRedis[], key: string): Promise<TriedCluster> {
    const [first, ...others] = nodes as readonly [TriedRedis, ...TriedRedis[]];
    const bounds = Array.from({ length: PRIMARIES + 1 }, (_, n) => Math.floor((SLOTS * n) / PRIMARIES));
    for (const [n, node] of nodes.slice(0, PRIMARIES).entries()) {
      const slots = Array.from({ length: bounds[n + 1]! - bounds[n]! }, (_, slot) => String(bounds[n]! + slot));
      await node.ask('cluster', 'addslots', ...slots);
    }
    for (const [n, node] of nodes.entries()) await node.ask('cluster', 'set-config-epoch', String(n + 1));
    for (const other of others) await other.ask('cluster', 'meet', '127.0.0.1', String(first.port));
    const slot = Number(await first.ask('cluster', 'keyslot', key));
    const owner = nodes[bounds.findIndex((bound) => bound > slot) - 1]!;
    const replica = nodes[PRIMARIES]!;
    await until(
      async () =>
        String(await replica.ask('cluster', 'nodes'))
          .trim()
          .split('\n').length === nodes.length,
    );
    await replica.ask('cluster', 'replicate', String(await owner.ask('cluster', 'myid')));
    await until(async () => /master_link_status:up/.test(String(await replica.ask('info', 'replication'))));
    for (const node of nodes) {
      await until(async () => String(await node.ask('cluster', 'info')).includes('cluster_state:ok'));
      // Nodes do not tell of a replica before it has said what it holds.
      await until(async () => JSON.stringify(await node.ask('cluster', 'slots')).includes(`,${replica.port},`));
    }
    return new TriedCluster(folder, nodes, owner, replica);
  }

  get url(): string {
    return `redis+cluster://${this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await node.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 15_000; !(await holds().catch(() => false));) {
    if (performance.now() > end) throw new Error('The Redis servers did not find each other in 15 s.');
    await pause(50);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
