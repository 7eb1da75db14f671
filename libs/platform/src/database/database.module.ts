import { Module, type DynamicModule, type InjectionToken, type ModuleMetadata } from '@nestjs/common';
import { Outbox } from '../outbox/outbox.service.js';
import { ProtectedParts } from '../sealing/protected-parts.service.js';
import { StateKeys } from '../sealing/state-keys.service.js';
import { WorkerKey } from '../sealing/worker-key.service.js';
import type { DatabaseOptions } from './connections.adapter.js';
import { DeskDatabase } from './desk-database.service.js';
import { IdempotencyKeys } from './idempotency-keys.service.js';
import { UnitOfWork } from './unit-of-work.service.js';

/** The database and the keys of this process. */
export interface DatabaseModuleOptions extends DatabaseOptions {
  readonly keysFolder: string;
}

export interface DatabaseModuleAsyncOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly inject?: InjectionToken[];
  // Nest hands over what `inject` names: it cannot be typed more closely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly useFactory: (...injected: any[]) => DatabaseModuleOptions | Promise<DatabaseModuleOptions>;
}

const OPTIONS = Symbol('DatabaseModuleOptions');
const DOORS = [DeskDatabase, UnitOfWork, IdempotencyKeys, StateKeys, WorkerKey, ProtectedParts, Outbox];

/**
 * The database for every room. `DenialJournal`, which the unit of work needs, is the audit room's to bind:
 * its module is global and exports it.
 */
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    return DatabaseModule.forRootAsync({ useFactory: () => options });
  }

  static forRootAsync({ imports = [], inject = [], useFactory }: DatabaseModuleAsyncOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports,
      providers: [
        { provide: OPTIONS, inject, useFactory },
        { provide: DeskDatabase, inject: [OPTIONS], useFactory: (options: DatabaseModuleOptions) => DeskDatabase.open(options) },
        {
          provide: StateKeys,
          inject: [OPTIONS],
          useFactory: (options: DatabaseModuleOptions) => new StateKeys(options.keysFolder),
        },
        {
          provide: WorkerKey,
          inject: [OPTIONS],
          useFactory: (options: DatabaseModuleOptions) => new WorkerKey(options.keysFolder),
        },
        IdempotencyKeys,
        UnitOfWork,
        ProtectedParts,
        Outbox,
      ],
      exports: DOORS,
    };
  }
}
