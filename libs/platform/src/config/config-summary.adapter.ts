import type { DeskConfig } from './desk-config.dto.js';
import { readRedisAddress } from './redis-address.js';

/** What the start-up log says of the configuration: everything an operator asks about, and no secret. */
export function configSummary(config: DeskConfig): Readonly<Record<string, string | number | boolean | null>> {
  return {
    host: config.host,
    port: config.port,
    publicOrigin: config.publicOrigin,
    trustedProxies: config.trustedProxies.join(' ') || '(none: an address is that of the connection)',
    dataDir: config.dataDir,
    keysDir: config.keysDir,
    databaseUrl: withoutCredentials(config.databaseUrl),
    redisUrl: shownRedis(config.redisUrl),
    smtpUrl: withoutCredentials(config.smtpUrl) ?? '(none: notices stay in the desk)',
    logLevel: config.logLevel,
    demonstration: config.demonstration,
    rolePasswordsGiven: Object.keys(config.databasePasswords).join(' '),
  };
}

function shownRedis(text: string | null): string | null {
  const address = text === null ? null : readRedisAddress(text);
  return address === null ? null : 'problem' in address ? '(unreadable address)' : address.shown;
}

/** Host, port and database only: passwords also hide in the query of a connection string. */
function withoutCredentials(address: string | null): string | null {
  if (address === null) return null;
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}${url.pathname}`;
  } catch {
    return '(unreadable address)';
  }
}
