import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { isMailbox, type Mailbox } from '@tracedesk/kernel';
import type { DatabasePasswords } from './database-access.js';
import { isLoopback } from './loopback.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const POSTGRES_URL = /^postgres(?:ql)?:\/\/\S+$/;
const CLAMD_ADDRESS = /^(?:tcp:\/\/[0-9A-Za-z.:[\]-]{1,253}:\d{1,5}|unix:\/\S{1,100})$/;
const SMTP_URL = /^smtps?:\/\/(?:[^\s:@/]{1,300}@)?(?:[0-9A-Za-z.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\])(?::\d{1,5})?\/?$/;

/** What the desk was told at its start. Read once, by `readConfig`; never changed. */
export class DeskConfig {
  /** The address to listen on. A demonstration listens on loopback only. */
  @IsString({ message: 'HOST must be a host name or an address, for example 127.0.0.1.' })
  @Matches(/^[0-9A-Za-z.:[\]-]{1,253}$/, { message: 'HOST must be a host name or an address, for example 127.0.0.1.' })
  readonly host!: string;

  @Transform(({ value }: { value: unknown }) => (/^\d{1,6}$/.test(String(value)) ? Number(value) : value))
  @IsInt({ message: 'PORT must be a whole number from 0 to 65535, for example 3000.' })
  @Min(0, { message: 'PORT must be a whole number from 0 to 65535, for example 3000.' })
  @Max(65535, { message: 'PORT must be a whole number from 0 to 65535, for example 3000.' })
  readonly port!: number;

  /** Where the embedded database, the private queue and the demonstration's facts lie. */
  @IsString()
  @MaxLength(1000, { message: 'DATA_DIR must be the path of a folder.' })
  readonly dataDir!: string;

  /** Where the States' keys and the passwords of the database roles lie. */
  @IsString()
  @MaxLength(1000, { message: 'KEYS_DIR must be the path of a folder.' })
  readonly keysDir!: string;

  /** A PostgreSQL server; without it the desk starts its own, and is a demonstration. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_URL must look like postgres://name:password@host:5432/tracedesk.' })
  readonly databaseUrl!: string | null;

  /** A Redis or Valkey server, or sentinels or a cluster of them (`readRedisAddress`); without it the queues lie where `queues` finds a place for them. */
  @IsOptional()
  @IsString()
  readonly redisUrl!: string | null;

  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` })
  readonly logLevel!: LogLevel;

  /** The address people type: links, the origin that forms may come from, and whether cookies are for https only. */
  @IsUrl(
    {
      protocols: ['http', 'https'],
      require_protocol: true,
      require_tld: false,
      allow_query_components: false,
      allow_fragments: false,
    },
    { message: 'PUBLIC_ORIGIN must look like https://desk.example.org.' },
  )
  readonly publicOrigin!: string;

  /** The proxies whose word is taken on where a request comes from; without them it comes from whoever holds the connection. */
  readonly trustedProxies: readonly string[] = [];

  /** A clamd virus scanner that every attachment has to pass; without it none is scanned. */
  @IsOptional()
  @Matches(CLAMD_ADDRESS, { message: 'CLAMD_ADDRESS must look like tcp://host:3310 or unix:/run/clamav/clamd.sock.' })
  readonly clamdAddress!: string | null;

  /** The mail server that carries word of notices, with the name it is signed in to as; without it notices stay in the desk. */
  @IsOptional()
  @Matches(SMTP_URL, {
    message: 'SMTP_URL must look like smtps://name@mail.example.org:465 or smtp://mail.example.org:587, without the password.',
  })
  readonly smtpUrl!: string | null;

  /** The address that messages come from. */
  @IsOptional()
  @ValidateBy({
    name: 'SMTP_FROM',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isMailbox(value),
      defaultMessage: () => 'SMTP_FROM must be one address and nothing beside it, such as tracedesk@desk.example.org.',
    },
  })
  readonly smtpFrom!: Mailbox | null;

  readonly smtpPassword!: string | null;

  /** What an operator's programs show to be told of the parts in `/health`; without it one is made in the keys folder. */
  @IsOptional()
  @Matches(/^[\w.~+/-]{16,200}$/, {
    message: 'OPERATOR_TOKEN must be 16 to 200 letters, digits or . _ ~ + / -, from a good source of chance.',
  })
  readonly operatorToken: string | null = null;

  /** Passwords of the database roles that were given in the environment; the others lie under the keys folder. */
  readonly databasePasswords!: DatabasePasswords;

  /** Without a server to keep real data on, everything is fictional: demonstration States, people and clock. */
  get demonstration(): boolean {
    return this.databaseUrl === null;
  }

  /** Whether only this machine can reach the desk. */
  get onLoopback(): boolean {
    return isLoopback(this.host);
  }

  /** Whether people reach the desk through https, so that cookies and HSTS may insist on it. */
  get secureOrigin(): boolean {
    return this.publicOrigin.startsWith('https:');
  }
}
