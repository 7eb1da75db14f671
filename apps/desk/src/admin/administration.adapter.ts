import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '@tracedesk/audit';
import { DirectoryModule } from '@tracedesk/directory';
import { IdentityModule } from '@tracedesk/identity';
import { CodedError } from '@tracedesk/kernel';
import {
  checkDatabase,
  DATABASE_ROLES,
  DeskLog,
  Health,
  joinGround,
  openGround,
  PlatformModule,
  prepareDatabase,
  readConfig,
  type DeskConfig,
  type Environment,
  type Ground,
} from '@tracedesk/platform';
import { EVENTS, MIGRATIONS } from '../rooms.js';

export class AdminError extends CodedError<'NO_DESK_HERE'> {}

/** The rooms an administrator works with, on the database of the desk. */
export interface Administration {
  readonly rooms: INestApplicationContext;
  readonly demonstration: boolean;
  close(): Promise<void>;
}

/** Opens the desk's database: beside a running desk, or where none is running. Throws a CodedError of one sentence where it cannot. */
export async function openAdministration(environment: Environment): Promise<Administration> {
  const config = readConfig({ LOG_LEVEL: 'error', ...environment });
  const ground = await groundOf(config);
  try {
    await findOrPrepare(config, ground);
    const rooms = await openRooms(config, ground);
    return {
      rooms,
      demonstration: config.demonstration,
      close: async () => {
        await rooms.close();
        await ground.leave();
      },
    };
  } catch (error) {
    await ground.leave();
    throw error;
  }
}

async function groundOf(config: DeskConfig): Promise<Ground> {
  const server = config.databaseUrl;
  if (server !== null) {
    const mayPrepare = new URL(server).username !== '';
    return openGround(config, { roles: mayPrepare ? DATABASE_ROLES : ['administration'], makePasswords: mayPrepare });
  }
  if (!existsSync(join(config.dataDir, 'postgres'))) {
    throw new AdminError(
      'NO_DESK_HERE',
      `There is no desk in ${config.dataDir} yet: run npm start once for a demonstration, or give DATABASE_URL for a real desk.`,
    );
  }
  return (await joinGround(config)) ?? openGround(config, { roles: DATABASE_ROLES, makePasswords: false });
}

/** A real desk may be begun here, before it has ever been started; a demonstration is made by its first start. */
async function findOrPrepare(config: DeskConfig, { access }: Ground): Promise<void> {
  if (config.demonstration || new URL(access.administratorUrl).username === '') {
    await checkDatabase(access, config.demonstration ? 'demonstration' : 'server', MIGRATIONS);
  } else {
    await prepareDatabase({ access, kind: 'server', migrations: MIGRATIONS });
  }
}

async function openRooms(config: DeskConfig, { access }: Ground): Promise<INestApplicationContext> {
  const platform = PlatformModule.forRoot({ config, log: new DeskLog('error'), health: new Health(), access, queues: null });
  const imports = [platform, AuditModule.forEvents(EVENTS), DirectoryModule, IdentityModule.forAdministration()];
  const root: DynamicModule = { module: AdminRoot, imports };
  return NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
}

class AdminRoot {}
