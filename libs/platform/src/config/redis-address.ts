/** Where a Redis is, read from `REDIS_URL`: one server, the one that sentinels name, or a cluster that any of its nodes tells of. */
export type RedisAddress =
  | { readonly kind: 'server'; readonly url: string; readonly shown: string }
  | ({ readonly kind: 'sentinel'; readonly group: string; readonly sentinelPassword: string | null } & Nodes)
  | ({ readonly kind: 'cluster' } & Nodes);

/** What the two forms with several hosts share. */
export interface Nodes {
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  /** Of the servers that keep the jobs. */
  readonly username: string | null;
  readonly password: string | null;
  readonly tls: boolean;
  /** As logs and error messages may show it: nobody's name or password. */
  readonly shown: string;
}

export const REDIS_FORMS =
  'redis://host:6379, redis+sentinel://host:26379,host:26379/name or redis+cluster://host:6379,host:6379 (rediss… with TLS)';

const FORM = /^(redis|rediss)(?:\+(sentinel|cluster))?:\/\/(?:(\S*)@)?([^\s@/?]+)(?:\/([^\s?/]*))?(?:\?(\S*))?$/;
const HOST = /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([0-9A-Za-z._-]{1,253}))(?::(\d{1,5}))?$/;
const SENTINEL_PORT = 26_379;
const REDIS_PORT = 6_379;

/** The address, or what is wrong with it and what would be right; no word of either holds a secret. */
export function readRedisAddress(text: string): RedisAddress | { readonly problem: string } {
  const [, scheme, many, credentials, hosts, path = '', query = ''] = FORM.exec(text) ?? [];
  if (scheme === undefined || hosts === undefined) return problem(`must look like ${REDIS_FORMS}.`);
  if (many === undefined) return oneServer(text, hosts, scheme);
  const nodes = hosts.split(',').map((host) => nodeOf(host, many === 'sentinel' ? SENTINEL_PORT : REDIS_PORT));
  const wrong = nodes.indexOf(null);
  if (wrong >= 0) return problem(`names no usable host in place ${wrong + 1} of its list: a host is host:port, port 1 to 65535.`);
  const sentinelPassword = new URLSearchParams(query).get('sentinelPassword');
  if (query !== '' && (many === 'cluster' || sentinelPassword === null))
    return problem('ends in a query that is not known: only sentinels have one, ?sentinelPassword=….');
  if (many === 'sentinel' && path === '')
    return problem('names sentinels, but not the group of servers they watch: …/name, as in “sentinel monitor name”.');
  if (many === 'cluster' && path !== '')
    return problem('names a database, but a cluster has one only: leave out what follows the hosts.');
  const signIn = credentialsOf(credentials);
  if (signIn === null) return problem('has a name or password with a % that encodes nothing: write % as %25.');
  const found: Nodes = {
    nodes: nodes.filter((node) => node !== null),
    ...signIn,
    tls: scheme === 'rediss',
    shown: `${scheme}+${many}://${hosts}${path === '' ? '' : `/${path}`}`,
  };
  return many === 'sentinel' ? { kind: 'sentinel', group: path, sentinelPassword, ...found } : { kind: 'cluster', ...found };
}

function problem(says: string): { readonly problem: string } {
  return { problem: `REDIS_URL ${says}` };
}

function oneServer(url: string, hosts: string, scheme: string): RedisAddress | { readonly problem: string } {
  if (hosts.includes(','))
    return problem(
      `names several hosts: say whether they are sentinels or a cluster, as in ${scheme}+sentinel:// or ${scheme}+cluster://.`,
    );
  if (nodeOf(hosts, REDIS_PORT) === null) return problem('names no usable host: a host is host:port, port 1 to 65535.');
  return { kind: 'server', url, shown: `${scheme}://${hosts}` };
}

function nodeOf(text: string, usual: number): { readonly host: string; readonly port: number } | null {
  const [, six, name, given] = HOST.exec(text) ?? [];
  const host = six ?? name;
  const port = given === undefined ? usual : Number(given);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}

function credentialsOf(text: string | undefined): Pick<Nodes, 'username' | 'password'> | null {
  if (text === undefined) return { username: null, password: null };
  const [, username = '', password] = /^([^:]*)(?::(.*))?$/.exec(text) ?? [];
  try {
    return { username: decodeURIComponent(username) || null, password: decodeURIComponent(password ?? '') || null };
  } catch {
    return null;
  }
}
