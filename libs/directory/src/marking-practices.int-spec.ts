import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_EVENTS, AuditLog, EventCatalogue } from '@tracedesk/audit';
import { ok, stateCode, type DeskProcess, type StateCode } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { DIRECTORY_EVENTS } from './directory.events.js';
import type { PracticeDetails } from './marking-practice.js';
import { MarkingPractices } from './marking-practices.repository.js';
import { CreateState } from './use-cases/create-state.service.js';
import { ReadMarkingPractices } from './use-cases/read-marking-practices.service.js';
import { SaveMarkingPractice } from './use-cases/save-marking-practice.service.js';

const [QM, QN] = [stateCode('QM'), stateCode('QN')];
const administrationOf = (state: StateCode): DeskProcess => ({ kind: 'process', name: 'administration', state });
/** Connects as people do. */
const upkeepOf = (state: StateCode): DeskProcess => ({ kind: 'process', name: 'upkeep', state });
const PROOF: PracticeDetails = {
  kind: 'proof',
  looksLike: 'A crowned V in an oval',
  example: 'V 04',
  place: 'Left side of the frame',
  sinceYear: 1958,
  untilYear: null,
  source: 'Proof House Ordinance',
};

let desk: TestDatabase;
let save: SaveMarkingPractice;
let read: ReadMarkingPractices;

beforeAll(async () => {
  desk = await openTestDatabase({ states: [] });
  const audit = new AuditLog(new EventCatalogue([...AUDIT_EVENTS, ...DIRECTORY_EVENTS]), desk.stateKeys);
  save = new SaveMarkingPractice(desk.work, audit, new MarkingPractices());
  read = new ReadMarkingPractices(desk.work, new MarkingPractices());
  const create = new CreateState(desk.work, audit, desk.stateKeys);
  for (const code of [QM, QN])
    await create.execute(administrationOf(code), { code, timeZone: 'Europe/Oslo', officersSubmit: true });
  await save.add(upkeepOf(QM), PROOF);
  await save.add(upkeepOf(QN), {
    ...PROOF,
    kind: 'import_mark',
    looksLike: '100%_sure: NOR in a rectangle',
    example: null,
  });
});
afterAll(async () => desk.close());

async function found(search: Parameters<ReadMarkingPractices['search']>[1]): Promise<readonly string[]> {
  return (await read.search(upkeepOf(QN), search)).map(({ state }) => state);
}

describe('a marking practice', () => {
  it('does not end before it begins', async () => {
    expect(await save.add(upkeepOf(QM), { ...PROOF, untilYear: 1957 })).toMatchObject({
      denial: { code: 'VALIDITY_ENDS_BEFORE_IT_BEGINS', field: 'untilYear' },
    });
  });

  it('is changed by its own State only, and by row security too', async () => {
    const [practice] = await read.search(upkeepOf(QN), { state: QM });
    const changed = await desk.work.run(upkeepOf(QN), 'marking_practice.amend', async (tx) => {
      const own = await new MarkingPractices().own(tx, practice!.id, 1);
      expect(own).toMatchObject({ denial: { code: 'MARKING_PRACTICE_NOT_FOUND' } });
      return ok(await tx.query(`UPDATE marking_practices SET source = 'x' WHERE id = $1 RETURNING id`, [practice!.id]));
    });
    expect(changed).toEqual({ ok: true, value: [] });
  });

  it('is found by every State, by its words in any case, its kind and its State', async () => {
    expect(await found({})).toEqual(['QM', 'QN']);
    expect(await found({ q: 'OVAL crowned' })).toEqual(['QM']);
    expect(await found({ q: 'oval rectangle' })).toEqual([]);
    expect(await found({ q: '100%_sure' })).toEqual(['QN']);
    expect(await found({ q: '%' })).toEqual(['QN']);
    expect(await found({ kind: 'import_mark' })).toEqual(['QN']);
    expect(await found({ kind: 'import_mark', state: QM })).toEqual([]);
  });

  // PostgreSQL 18.4 and JavaScript lower these differently (findings/two-lower-cases.sh).
  it('is found by a Turkish or a Greek name in either case', async () => {
    await save.add(upkeepOf(QN), { ...PROOF, place: 'Slide: İZMİR, ΟΠΛΟΣ' });
    for (const q of ['İZMİR', 'izmir', 'ΟΠΛΟΣ', 'οπλος']) expect(await found({ q, kind: 'proof' })).toEqual(['QN']);
  });
});
