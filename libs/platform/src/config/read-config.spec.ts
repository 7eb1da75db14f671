import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { configSummary } from './config-summary.adapter.js';
import { ConfigError, readConfig, type Environment } from './read-config.adapter.js';

const DATABASE_URL = 'postgres://desk:geheim@db.example.org:5432/tracedesk?password=geheim';

function errorsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.errors : [String(error)];
  }
}

describe('reading the configuration', () => {
  it('lists every error at once, each with what would be right', () => {
    const errors = errorsOf({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://nowhere',
      REDIS_URL: 'localhost',
      LOG_LEVEL: 'loud',
      PUBLIC_ORIGIN: 'desk',
    });

    expect(errors).toHaveLength(5);
    for (const name of ['PORT', 'DATABASE_URL', 'REDIS_URL', 'LOG_LEVEL', 'PUBLIC_ORIGIN']) {
      expect(errors.filter((error) => error.startsWith(`${name} must`))).toHaveLength(1);
    }
  });

  it.each(['-1', '65536', '3000.5', '0x50', ' '.repeat(3) + 'x'])('refuses %s as a port', (PORT) => {
    expect(errorsOf({ PORT })).toHaveLength(1);
  });

  it('takes any free port only where the address is told, and says so in one sentence', () => {
    expect(errorsOf({ PORT: '0' })).toEqual([expect.stringMatching(/^PORT is 0, .* set PUBLIC_ORIGIN\.$/)]);
    expect(readConfig({ PORT: '0', PUBLIC_ORIGIN: 'http://127.0.0.1:4000' }).port).toBe(0);
  });

  it('refuses to show a demonstration to other machines', () => {
    expect(errorsOf({ HOST: '0.0.0.0' })).toEqual([expect.stringContaining('a demonstration listens on this machine only')]);
    expect(errorsOf({ HOST: '192.0.2.7' })).toHaveLength(1);
  });

  it('lets a real desk listen where it likes', () => {
    expect(readConfig({ HOST: '0.0.0.0', DATABASE_URL }).demonstration).toBe(false);
  });

  it.each([
    ['10.1.0.4,proxy.example.org', 2],
    ['10.1.0.0/33', 1],
    ['10.1.0.0/0', 1],
    ['fd00:1::/129', 1],
    ['10.1.0.4 10.1.0.5;10.1.0.6', 2],
    ['true', 1],
    ['*', 1],
    ['loopback', 1],
  ])('refuses %s as a list of proxies, in one sentence that says which is none', (TRUSTED_PROXIES, number) => {
    expect(errorsOf({ TRUSTED_PROXIES })).toEqual([
      `TRUSTED_PROXIES must list addresses or networks, for example 192.0.2.10,10.1.0.0/16; number ${number} of the list is neither.`,
    ]);
  });

  it('trusts the proxies that are named, and none unless one is', () => {
    expect(readConfig({ TRUSTED_PROXIES: ' 10.1.0.4, 10.2.0.0/16 fd00:1::/64 ' }).trustedProxies).toEqual([
      '10.1.0.4',
      '10.2.0.0/16',
      'fd00:1::/64',
    ]);
    for (const environment of [{}, { TRUSTED_PROXIES: '' }, { TRUSTED_PROXIES: ' , ' }])
      expect(readConfig(environment).trustedProxies).toEqual([]);
  });

  it('refuses a secret that is given twice, and a file that cannot be read', () => {
    expect(errorsOf({ REDIS_URL: 'redis://a', REDIS_URL_FILE: '/etc/hostname' })).toEqual([expect.stringContaining('both set')]);
    expect(errorsOf({ DESK_APP_PASSWORD_FILE: '/no/such/file' })).toEqual([expect.stringContaining('/no/such/file')]);
  });

  it('never repeats a secret in an error', () => {
    const errors = errorsOf({ DATABASE_URL: 'mysql://desk:geheim@db', REDIS_URL: 'geheim' });
    expect(errors.join()).not.toContain('geheim');
  });

  it('takes secrets from files', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'tracedesk-')), 'secret');
    writeFileSync(file, 'from-a-file\n');
    expect(readConfig({ DESK_APP_PASSWORD_FILE: file }).databasePasswords.app).toBe('from-a-file');
  });

  it('is a demonstration on 127.0.0.1:3000 when nothing is said, and an empty variable says nothing', () => {
    const config = readConfig({ HOST: '', PORT: '', DATABASE_URL: '', REDIS_URL: '' });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      publicOrigin: 'http://127.0.0.1:3000',
    });
    expect(config.demonstration).toBe(true);
  });

  it('takes a mail server with its sender, its password from elsewhere', () => {
    const SMTP_URL = 'smtps://desk@mail.example.org:465';
    expect(errorsOf({ SMTP_URL })).toEqual([
      expect.stringContaining('SMTP_FROM is not'),
      expect.stringContaining('SMTP_PASSWORD_FILE'),
    ]);
    expect(errorsOf({ SMTP_URL: 'smtp://desk:geheim@mail.example.org', SMTP_FROM: 'a@b.example' }).join()).not.toContain(
      'geheim',
    );
    expect(errorsOf({ SMTP_URL: 'smtp://desk:geheim@mail.example.org', SMTP_FROM: 'a@b.example' })[0]).toMatch(/^SMTP_URL must/);
    const config = readConfig({ SMTP_URL, SMTP_FROM: 'desk@example.org', SMTP_PASSWORD: 'geheim' });
    expect(configSummary(config)).toMatchObject({ smtpUrl: 'smtps://mail.example.org:465' });
    expect(configSummary(readConfig({}))).toMatchObject({ smtpUrl: '(none: notices stay in the desk)' });
  });

  it('takes sentinels and clusters as REDIS_URL, and shows their hosts only', () => {
    const REDIS_URL = 'redis+sentinel://:geheim@a:26379,b:26379/desk?sentinelPassword=geheim';
    expect(configSummary(readConfig({ REDIS_URL }))).toMatchObject({ redisUrl: 'redis+sentinel://a:26379,b:26379/desk' });
    expect(errorsOf({ REDIS_URL: 'redis+sentinel://:geheim@a:26379' })).toEqual([
      expect.stringContaining('the group of servers they watch'),
    ]);
    expect(configSummary(readConfig({ REDIS_URL: 'redis+cluster://a:1,b:2' }))).toMatchObject({
      redisUrl: 'redis+cluster://a:1,b:2',
    });
  });

  it('shows a summary without a secret in it', () => {
    const summary = configSummary(readConfig({ DATABASE_URL, REDIS_URL: 'redis://:geheim@cache', DESK_APP_PASSWORD: 'geheim' }));
    expect(JSON.stringify(summary)).not.toContain('geheim');
    expect(summary).toMatchObject({ databaseUrl: 'postgres://db.example.org:5432/tracedesk', redisUrl: 'redis://cache' });
  });
});
