import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CodedError } from '@tracedesk/kernel';
import { DATABASE_ROLES, type DatabaseRole } from './database-access.js';
import { DeskConfig } from './desk-config.dto.js';
import { projectFolder } from './project-folder.adapter.js';
import { isNetwork } from '../http/asking-address.adapter.js';
import { readRedisAddress } from './redis-address.js';

/** The desk was started with something it cannot work with. `message` lists every error, one to a line. */
export class ConfigError extends CodedError<'CONFIG_INVALID'> {
  constructor(readonly errors: readonly string[]) {
    super('CONFIG_INVALID', errors.join('\n'), { errors: errors.length });
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the whole configuration once. Throws one ConfigError that names every mistake, so that nobody has to start five times.
 * A variable that is set but empty counts as not set: compose files write them that way.
 */
export function readConfig(environment: Environment): DeskConfig {
  const errors: string[] = [];
  const secret = (name: string): string | null => readSecret(environment, name, errors);
  const text = (name: string): string | null => environment[name]?.trim() || null;

  const dataDir = resolve(text('DATA_DIR') ?? join(projectFolder(), '.data'));
  const host = text('HOST') ?? '127.0.0.1';
  const port = text('PORT') ?? '3000';
  const config = plainToInstance(DeskConfig, {
    host,
    port,
    dataDir,
    keysDir: resolve(text('KEYS_DIR') ?? join(dataDir, 'keys')),
    databaseUrl: secret('DATABASE_URL'),
    redisUrl: secret('REDIS_URL'),
    // A demonstration runs in somebody's terminal, where its start-up message should stay in sight.
    logLevel: text('LOG_LEVEL') ?? (environment['DATABASE_URL'] || environment['DATABASE_URL_FILE'] ? 'info' : 'warn'),
    publicOrigin: text('PUBLIC_ORIGIN')?.replace(/\/$/, '') ?? originOf(host, port),
    trustedProxies: (text('TRUSTED_PROXIES') ?? '').split(/[\s,]+/).filter(Boolean),
    clamdAddress: text('CLAMD_ADDRESS'),
    smtpUrl: text('SMTP_URL'),
    smtpFrom: text('SMTP_FROM'),
    smtpPassword: secret('SMTP_PASSWORD'),
    operatorToken: secret('OPERATOR_TOKEN'),
    databasePasswords: passwordsFrom(secret),
  });
  for (const { constraints } of validateSync(config)) errors.push(...Object.values(constraints ?? {}).slice(0, 1));
  if (config.port === 0 && text('PUBLIC_ORIGIN') === null) {
    errors.push(
      'PORT is 0, so that any free port is taken, and nobody knows the address: name a port, for example 3000, or set PUBLIC_ORIGIN.',
    );
  }
  const redis = config.redisUrl === null ? null : readRedisAddress(config.redisUrl);
  if (redis !== null && 'problem' in redis) errors.push(redis.problem);
  const notANetwork = config.trustedProxies.findIndex((proxy) => !isNetwork(proxy));
  if (notANetwork >= 0) {
    errors.push(
      `TRUSTED_PROXIES must list addresses or networks, for example 192.0.2.10,10.1.0.0/16; number ${notANetwork + 1} of the list is neither.`,
    );
  }
  if (config.smtpUrl !== null && config.smtpFrom === null) {
    errors.push('SMTP_URL is set, but SMTP_FROM is not: a message must say which address it comes from.');
  }
  if (config.smtpUrl !== null && config.smtpUrl.includes('@') && config.smtpPassword === null) {
    errors.push('SMTP_URL names somebody to sign in as: set SMTP_PASSWORD_FILE to the file with the password.');
  }
  if (config.demonstration && !config.onLoopback) {
    errors.push(
      `HOST is ${config.host}, but a demonstration listens on this machine only. Set DATABASE_URL for a real desk, or leave HOST out.`,
    );
  }
  if (errors.length > 0) throw new ConfigError([...new Set(errors)]);
  return Object.freeze(config);
}

/** Where nobody named an origin, it is the address itself; a wrong port is told as such, and not once more as a wrong origin. */
function originOf(host: string, port: string): string {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `http://${name}:${Number(port) > 0 && Number(port) <= 65535 && /^\d+$/.test(port) ? port : '3000'}`;
}

function passwordsFrom(secret: (name: string) => string | null): Partial<Record<DatabaseRole, string>> {
  const passwords: Partial<Record<DatabaseRole, string>> = {};
  for (const role of DATABASE_ROLES) {
    const password = secret(`DESK_${role.toUpperCase()}_PASSWORD`);
    if (password !== null) passwords[role] = password;
  }
  return passwords;
}

/** Secrets may come from a file (`DATABASE_URL_FILE`), which does not show in the list of processes nor in a dump of the environment. */
function readSecret(environment: Environment, name: string, errors: string[]): string | null {
  const value = environment[name]?.trim() || null;
  const file = environment[`${name}_FILE`]?.trim() || null;
  if (file === null) return value;
  if (value !== null) {
    errors.push(`${name} and ${name}_FILE are both set. Leave one of them out.`);
    return null;
  }
  try {
    const content = readFileSync(file, 'utf8').trim();
    if (content === '') errors.push(`${name}_FILE names ${file}, which is empty.`);
    return content || null;
  } catch (cause) {
    errors.push(
      `${name}_FILE names ${file}, which cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
    );
    return null;
  }
}
