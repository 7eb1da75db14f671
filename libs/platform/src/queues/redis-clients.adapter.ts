import { Cluster, Redis, type ClusterOptions, type RedisOptions } from 'ioredis';
import type { Nodes, RedisAddress } from '../config/redis-address.js';

/** Connections to the Redis at an address, of whichever kind it is. */
export interface RedisClients {
  /** For looking: never waits for a server that is away. */
  readonly control: Redis | Cluster;
  /** What BullMQ is given to add jobs with: fails at once while the server is away, else the outbox would wait with it. */
  adding(): object;
  /** What BullMQ is given to work with: waits for as long as it takes. */
  working(): object;
  /** Every server that keeps the jobs, or may have to: replicas as well, since a failover makes one of them the primary. */
  eachServer(): Promise<readonly LookedAt[]>;
  disconnect(): void;
}

/** A server and what it said of itself. */
export interface LookedAt {
  readonly at: string;
  readonly info: string;
}

/** Replies as they have always been: the two ways to map them make types of their own. */
type Options = Omit<RedisOptions, 'replyMapping'>;

const FAILS_AT_ONCE = { enableOfflineQueue: false, maxRetriesPerRequest: 1 } as const;
const retryStrategy = (times: number): number => Math.min(times * 100, 2_000);

export function redisClients(address: RedisAddress): RedisClients {
  switch (address.kind) {
    case 'server':
      return ofOneServer({ retryStrategy }, address);
    case 'sentinel':
      return ofOneServer(throughSentinels(address), address);
    case 'cluster':
      return ofCluster(address);
  }
}

/** A server, found at its address or asked of sentinels. BullMQ opens its own connections from the options. */
function ofOneServer(found: Options, address: Exclude<RedisAddress, { kind: 'cluster' }>): RedisClients {
  const url = address.kind === 'server' ? { url: address.url } : {};
  const looking: Options = { ...found, ...FAILS_AT_ONCE, lazyConnect: true };
  const control = address.kind === 'server' ? new Redis(address.url, looking) : new Redis(looking);
  control.on('error', () => undefined);
  return {
    control,
    adding: () => ({ ...url, ...found, ...FAILS_AT_ONCE }),
    working: () => ({ ...url, ...found, maxRetriesPerRequest: null }),
    eachServer: async () => {
      const info = await control.info();
      const primary = { at: address.shown, info };
      return address.kind === 'server' ? [primary] : [primary, ...(await replicasIn(info, address))];
    },
    disconnect: () => control.disconnect(),
  };
}

function throughSentinels(address: Extract<RedisAddress, { kind: 'sentinel' }>): Options {
  return {
    sentinels: address.nodes.map((node) => ({ ...node })),
    name: address.group,
    ...(address.sentinelPassword !== null && { sentinelPassword: address.sentinelPassword }),
    ...signIn(address),
    enableTLSForSentinelMode: address.tls,
    ...(address.tls && { sentinelTLS: {} }),
    retryStrategy,
    sentinelRetryStrategy: retryStrategy,
    // A primary that was voted down but lives on tells by this that it is one no longer.
    reconnectOnError: (error) => error.message.includes('READONLY'),
  };
}

function signIn({ username, password, tls }: Nodes): Pick<RedisOptions, 'username' | 'password' | 'tls'> {
  return { ...(username !== null && { username }), ...(password !== null && { password }), ...(tls && { tls: {} }) };
}

async function replicasIn(info: string, address: Nodes): Promise<readonly LookedAt[]> {
  const told = [...info.matchAll(/^slave\d+:ip=([^,]+),port=(\d+)/gm)];
  const clients = told.map(
    ([, host = '', port]) =>
      new Redis({ host, port: Number(port), ...signIn(address), retryStrategy: () => null, connectTimeout: 2_000 }),
  );
  for (const client of clients) client.on('error', () => undefined);
  const looked = await lookAt(clients);
  for (const client of clients) client.disconnect();
  return looked;
}

/** A server that does not answer now is looked at when it is back. */
async function lookAt(servers: readonly Redis[]): Promise<readonly LookedAt[]> {
  const looked = await Promise.all(
    servers.map(async (server) => {
      const info = await server.info().catch(() => null);
      return info === null ? null : { at: `${server.options.host}:${server.options.port}`, info };
    }),
  );
  return looked.filter((one) => one !== null);
}

/** BullMQ takes a cluster as a client that is there already; for its blocking reads it makes copies. */
function ofCluster(address: Extract<RedisAddress, { kind: 'cluster' }>): RedisClients {
  const opened: Cluster[] = [];
  const open = (settings: ClusterOptions, maxRetriesPerRequest: number | null): Cluster => {
    const cluster = new Cluster(
      address.nodes.map((node) => ({ ...node })),
      {
        ...settings,
        redisOptions: { ...signIn(address), maxRetriesPerRequest },
        clusterRetryStrategy: retryStrategy,
        // Certificates name hosts: what the cluster calls its nodes is not looked up before they are asked for theirs.
        ...(address.tls && { dnsLookup: (host, found) => found(null, host) }),
      },
    );
    cluster.on('error', () => undefined);
    opened.push(cluster);
    return cluster;
  };
  const control = open({ enableOfflineQueue: false, lazyConnect: true }, 1);
  return {
    control,
    adding: () => open({ enableOfflineQueue: false }, 1),
    working: () => open({}, null),
    eachServer: () => lookAt(control.nodes('all')),
    disconnect: () => opened.forEach((cluster) => cluster.disconnect()),
  };
}
