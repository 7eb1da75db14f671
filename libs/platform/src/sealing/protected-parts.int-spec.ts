import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ok, Sealed, stateCode, type DeskProcess, type StateCode } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { randomUUID } from 'node:crypto';
import type { Subject, Tx } from '../database/transaction.adapter.js';
import type { Parts } from './protected-parts.service.js';

let desk: TestDatabase;
let request: Subject;

const [QM, QN, QX] = [stateCode('QM'), stateCode('QN'), stateCode('QX')];
const of = (state: StateCode): DeskProcess => ({ kind: 'process', name: 'upkeep', state });

const write = (state: StateCode, work: (tx: Tx) => Promise<void>) =>
  desk.work.run(of(state), 'seal', async (tx) => ok(await work(tx)));
const put = (state: StateCode, parts: Record<string, unknown>, entitled: readonly StateCode[] = [], record = request) =>
  write(state, (tx) => desk.parts.put(tx, record, sealed(parts), entitled));
const entitle = (state: StateCode, other: StateCode) => write(state, (tx) => desk.parts.entitle(tx, request, other));
const discard = (state: StateCode) => write(state, (tx) => desk.parts.discard(tx, request));
const open = async (state: StateCode, record = request) =>
  revealed(await desk.work.read(of(state), (tx) => desk.parts.open(tx, record)));

const sealed = (parts: Record<string, unknown>): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, Sealed.of(value)]));
const revealed = (parts: Parts) => Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, value.reveal()]));

beforeAll(async () => {
  desk = await openTestDatabase();
});
beforeEach(() => {
  request = { kind: 'tracing_request', id: randomUUID() };
});
afterAll(async () => {
  await desk?.close();
});

describe('sealed content does not open', () => {
  it.each([
    [
      'a changed ciphertext',
      'update protected_parts set ciphertext = set_byte(ciphertext, 3, get_byte(ciphertext, 3) # 1) where record_id = $1',
    ],
    ['a changed nonce', 'update protected_parts set nonce = set_byte(nonce, 0, get_byte(nonce, 0) # 1) where record_id = $1'],
    [
      'a changed key',
      'update record_keys set wrapped_key = set_byte(wrapped_key, 20, get_byte(wrapped_key, 20) # 1) where record_id = $1',
    ],
    ['a renamed part', `update protected_parts set name = 'circumstances' where record_id = $1`],
  ])('after %s', async (_what, sql) => {
    await put(QM, { description: 'serial 4711' });
    await desk.superuser(sql, [request.id]);
    const error = (await open(QM).catch((e: unknown) => e)) as Error;
    expect(error).toMatchObject({ code: 'SEAL_BROKEN' });
    expect(`${error.message}${error.stack}`).not.toContain('4711');
  });

  it("after the row of one request was put in place of another's", async () => {
    const other = { kind: 'tracing_request', id: randomUUID() };
    await put(QM, { description: 'first' });
    await put(QM, { description: 'second' }, [], other);
    await desk.superuser(
      `update protected_parts p set nonce = o.nonce, ciphertext = o.ciphertext from protected_parts o where p.record_id = $1 and o.record_id = $2`,
      [request.id, other.id],
    );
    await expect(open(QM)).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
  });

  it("for a State that stole the other's wrapped key and row", async () => {
    await put(QM, { description: 'serial 4711' });
    await desk.superuser(
      `insert into record_keys select record_kind, record_id, 'QX', granted_by, key_version, wrapped_key from record_keys where record_id = $1`,
      [request.id],
    );
    await desk.superuser(`update protected_parts set second_state = 'QX' where record_id = $1`, [request.id]);
    await expect(open(QX)).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
  });
});

describe('a State outside the circle', () => {
  it('finds nothing, and cannot tell it from nothing', async () => {
    await put(QM, { description: 'serial 4711' }, [QN]);
    expect(await open(QX)).toEqual({});
    expect(await open(QX, { kind: 'tracing_request', id: randomUUID() })).toEqual({});
  });

  it('cannot let anybody in, itself least', async () => {
    await put(QM, { description: 'serial 4711' });
    await expect(entitle(QX, QN)).rejects.toMatchObject({ code: 'SEALED_RECORD_NOT_OPEN' });
    await expect(entitle(QX, QX)).rejects.toMatchObject({ code: 'SEALED_RECORD_NOT_OPEN' });
  });

  it('cannot replace or discard', async () => {
    await put(QM, { description: 'as written' }, [QN]);
    await expect(put(QX, { description: 'forged' })).rejects.toMatchObject({
      code: 'STATEMENT_FAILED',
      context: { sqlState: '42501' },
    });
    await discard(QX);
    expect(await open(QM)).toEqual({ description: 'as written' });
  });
});

describe('a State inside the circle', () => {
  it('cannot replace what the other wrote, nor discard what is shared', async () => {
    await put(QM, { description: 'as written' }, [QN]);
    await expect(put(QN, { description: 'forged' })).rejects.toMatchObject({ context: { sqlState: '42501' } });
    await expect(discard(QN)).rejects.toMatchObject({ code: 'SEALED_RECORD_SHARED' });
    await expect(discard(QM)).rejects.toMatchObject({ code: 'SEALED_RECORD_SHARED' });
    expect(await open(QN)).toEqual({ description: 'as written' });
  });

  it('cannot let a third one in', async () => {
    await put(QM, { description: 'as written' }, [QN]);
    await expect(entitle(QN, QX)).rejects.toMatchObject({ code: 'SEALED_RECORD_SHARED' });
    await expect(put(QM, { description: 'x' }, [QN, QX], { kind: 'tracing_request', id: randomUUID() })).rejects.toMatchObject({
      code: 'SEALED_RECORD_SHARED',
    });
  });

  it('reads what was there before it came and what was added since', async () => {
    await put(QM, { description: { serial: '4711', marks: ['ü', '٤'] }, circumstances: 'found' });
    expect(await open(QN)).toEqual({});
    await entitle(QM, QN);
    await entitle(QM, QN);
    await put(QM, { circumstances: 'found in the harbour' });
    await put(QN, { answer: 'sold in 1999' });
    const whole = {
      description: { serial: '4711', marks: ['ü', '٤'] },
      circumstances: 'found in the harbour',
      answer: 'sold in 1999',
    };
    expect(await open(QM)).toEqual(whole);
    expect(await open(QN)).toEqual(whole);
  });
});

describe('one unit of work', () => {
  it('opens, shares and adds with what it has read once, and the other State reads it all', async () => {
    await put(QM, { description: 'as drafted' });
    await write(QM, async (tx) => {
      await desk.parts.open(tx, request);
      await desk.parts.entitle(tx, request, QN);
      await desk.parts.put(tx, request, sealed({ undertaking: 'given' }));
      await expect(desk.parts.entitle(tx, request, QX)).rejects.toMatchObject({ code: 'SEALED_RECORD_SHARED' });
      await expect(desk.parts.discard(tx, request)).rejects.toMatchObject({ code: 'SEALED_RECORD_SHARED' });
    });
    expect(await open(QN)).toEqual({ description: 'as drafted', undertaking: 'given' });
  });

  it('that discards a record and writes it anew gives it another key', async () => {
    await put(QM, { description: 'as drafted' });
    const key = 'select wrapped_key from record_keys where record_id = $1';
    const before = await desk.superuser(key, [request.id]);
    await write(QM, async (tx) => {
      await desk.parts.open(tx, request);
      await desk.parts.discard(tx, request);
      await desk.parts.put(tx, request, sealed({ description: 'anew' }));
    });
    expect(await open(QM)).toEqual({ description: 'anew' });
    expect(await desk.superuser(key, [request.id])).not.toEqual(before);
  });
});

describe('a draft', () => {
  it('is discarded with its key', async () => {
    await put(QM, { description: 'never sent' });
    await discard(QM);
    expect(await open(QM)).toEqual({});
    expect(
      await desk.superuser(
        'select 1 from record_keys where record_id = $1 union all select 1 from protected_parts where record_id = $1',
        [request.id],
      ),
    ).toEqual([]);
  });

  it('leaves nothing to read in the tables', async () => {
    await put(QM, { description: 'serial 4711', circumstances: null });
    const rows = await desk.superuser<{ row: string }>(
      `select (p, k)::text as row from protected_parts p join record_keys k using (record_id) where record_id = $1`,
      [request.id],
    );
    expect(rows).toHaveLength(2);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/4711|34373131/);
    expect(await open(QM)).toEqual({ description: 'serial 4711', circumstances: null });
  });

  it('takes only parts with a proper name and a content', async () => {
    await expect(put(QM, { '1st; drop': 'x' })).rejects.toMatchObject({ code: 'SEALED_PART_MISNAMED' });
    await expect(put(QM, { description: undefined })).rejects.toMatchObject({ code: 'SEALED_CONTENT_EMPTY' });
  });
});
