import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DatabaseAccess } from './config/database-access.js';
import { DeskConfig } from './config/desk-config.dto.js';
import { DatabaseModule, type DatabaseModuleOptions } from './database/database.module.js';
import { Health } from './health/health.service.js';
import { DeskLog } from './logging/desk-log.service.js';
import { Queues } from './queues/queues.js';

/** What a process has found and started before its modules are made. */
export interface PlatformParts {
  readonly config: DeskConfig;
  readonly log: DeskLog;
  readonly health: Health;
  readonly access: DatabaseAccess;
  /** Null in a process that neither adds nor works jobs: the outbox takes them. */
  readonly queues: Queues | null;
  readonly entities?: DatabaseModuleOptions['entities'];
}

/** Binds what every room stands on. Global: rooms name none of it in their imports. */
@Module({})
export class PlatformModule {
  static forRoot({ config, log, health, access, queues, entities = [] }: PlatformParts): DynamicModule {
    const providers: Provider[] = [
      { provide: DeskConfig, useValue: config },
      { provide: DeskLog, useValue: log },
      { provide: Health, useValue: health },
      { provide: DatabaseAccess, useValue: access },
      ...(queues ? [{ provide: Queues, useValue: queues }] : []),
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [DatabaseModule.forRoot({ access, keysFolder: config.keysDir, entities })],
      providers,
      exports: [DeskConfig, DeskLog, Health, DatabaseAccess, ...(queues ? [Queues] : [])],
    };
  }
}
