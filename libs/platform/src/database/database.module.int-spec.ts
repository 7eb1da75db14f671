import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ok, stateCode } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { ProtectedParts } from '../sealing/protected-parts.service.js';
import { DatabaseModule, type DatabaseModuleOptions } from './database.module.js';
import { DenialJournal } from './denial-journal.service.js';
import { DeskDatabase } from './desk-database.service.js';
import { UnitOfWork } from './unit-of-work.service.js';

let desk: TestDatabase;
let app: INestApplicationContext | undefined;

class NoJournal extends DenialJournal {
  override async record(): Promise<void> {}
}

@Global()
@Module({ providers: [{ provide: DenialJournal, useClass: NoJournal }], exports: [DenialJournal] })
class Journal {}

const options = (): DatabaseModuleOptions => ({ access: desk.access, keysFolder: desk.keysFolder });

beforeAll(async () => {
  desk = await openTestDatabase();
});
afterEach(async () => {
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await desk?.close();
});

async function start(...imports: NonNullable<Parameters<typeof Module>[0]['imports']>): Promise<INestApplicationContext> {
  @Module({ imports })
  class Desk {}
  return (app = await NestFactory.createApplicationContext(Desk, { logger: false, abortOnError: false }));
}

describe('the database module', () => {
  it('does not start without a place for denials', async () => {
    await expect(start(DatabaseModule.forRoot(options()))).rejects.toThrow('DenialJournal');
  });

  it('does not start without the database, and says so in one sentence', async () => {
    const elsewhere = await openTestDatabase();
    await elsewhere.close();
    await expect(
      start(Journal, DatabaseModule.forRoot({ access: elsewhere.access, keysFolder: desk.keysFolder })),
    ).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
    });
  });

  it('gives every room its doors, and closes the connections at the end', async () => {
    const running = await start(Journal, DatabaseModule.forRootAsync({ useFactory: options }));
    const actor = { kind: 'process', name: 'upkeep', state: stateCode('QM') } as const;
    expect(await running.get(UnitOfWork).run(actor, 'nothing', async () => ok('done'))).toEqual(ok('done'));
    expect(running.get(ProtectedParts)).toBeInstanceOf(ProtectedParts);
    const database = running.get(DeskDatabase);
    await database.version();
    await running.close();
    app = undefined;
    await expect(database.version()).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });
});
