import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures } from '@tracedesk/confidentiality';
import { Sealed, type BatchId } from '@tracedesk/kernel';
import { validateInput } from '@tracedesk/platform';
import { must, on, onceKey, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { AmendDraft } from '../use-cases/amend-draft.service.js';
import { DiscardDraft } from '../use-cases/discard-draft.service.js';
import { ReadRequest } from '../use-cases/read-request.service.js';
import { BatchActs } from './batch-acts.service.js';
import { BatchDto } from './batch.dto.js';
import { DraftBatch } from './draft-batch.service.js';
import { ReadBatches } from './read-batches.service.js';
import type { BatchInGroups, BatchRow } from './request-batch.js';

const COMMON = {
  ownReference: 'QX-2026-7',
  question: {
    illicitness: { grounds: ['6d'], legalJustification: { value: 'Held by an armed group, Arms Act section 9.' } },
    find: {
      stateOfFind: 'QX',
      manner: 'found',
      circumstances: { value: 'In a cache recorded by the mission.' },
      contexts: ['peace_operation'],
      source: {
        kind: 'peace_operation',
        name: 'Mission in Kandarra',
        hostConsent: { on: '2026-02-10', by: 'Ministry of the Interior' },
      },
    },
    intendedUse: { uses: ['investigation'] },
    undertaking: { guaranteed: true },
  },
};
const RIFLE = {
  type: { value: 'rifle' },
  calibre: { value: '7.62x39' },
  serialNumberPlace: 'frame_or_receiver',
  make: 'VAW',
  model: 'R5',
  countryOfManufacture: 'QM',
};
const FROM_QN = { ...RIFLE, importMarks: [{ state: 'QN', year: 2009 }] };
let serial = 5000;

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

describe('a batch of requests', () => {
  it('is known to its own State alone', async () => {
    const { id } = await drafted([RIFLE]);
    for (const state of ['QM', 'QN']) {
      expect(await desk.get(ReadBatches).one(desk.officer(state), id)).toBeDeniedWith('BATCH_NOT_FOUND');
      expect(await desk.get(ReadBatches).firearms(desk.officer(state), id, undefined)).toBeDeniedWith('BATCH_NOT_FOUND');
      expect(await submit(id, null, state)).toBeDeniedWith('BATCH_NOT_FOUND');
      expect(await desk.get(ReadBatches).list(desk.officer(state))).toEqual([]);
    }
  });

  it('leaves nothing at all where one of its firearms cannot be as it is said', async () => {
    const before = await kept();
    const firearms = [numbered(RIFLE), numbered({ ...RIFLE, yearOfManufacture: 2099 })];
    const refused = await desk.get(DraftBatch).execute(desk.officer('QX'), onceKey(), command({ ...COMMON, firearms }));
    expect(refused).toBeDeniedWith('DATE_IN_FUTURE');
    expect(refused).toMatchObject({ denial: { field: 'firearms.1.yearOfManufacture' } });
    expect(await kept()).toEqual(before);
  });

  it('is drafted once, whatever is lost on the way, with an entry of its own and one for each request', async () => {
    const once = onceKey();
    const body = command({ ...COMMON, firearms: [numbered(RIFLE), numbered(FROM_QN), numbered(RIFLE)] });
    const before = await entries();
    const first = must(await desk.get(DraftBatch).execute(desk.officer('QX'), once, body));
    expect(must(await desk.get(DraftBatch).execute(desk.officer('QX'), once, body))).toEqual(first);
    const after = await entries();
    const more = (kind: string) => (after[kind] ?? 0) - (before[kind] ?? 0);
    expect([more('request_batch'), more('tracing_request')]).toEqual([1, 3]);
    expect(first).toMatchObject({ size: 3, drafts: 3, submitted: 0, ownReference: 'QX-2026-7' });
  });

  it('is in groups by model and import mark, each asking the State its marks point to', async () => {
    const batch = await drafted([RIFLE, FROM_QN, RIFLE, { ...FROM_QN, make: 'V.A.W.', model: 'VAW R-5' }]);
    expect(batch.groups.map(({ requests }) => requests.map(({ place, requestedState }) => [place, requestedState]))).toEqual([
      [
        [1, 'QN'],
        [3, 'QN'],
      ],
      [
        [0, 'QM'],
        [2, 'QM'],
      ],
    ]);
  });

  it('puts a draft that was amended into the group it belongs to now, and leaves out one that was discarded', async () => {
    const batch = await drafted([RIFLE, RIFLE, RIFLE]);
    const [moved, gone] = rowsOf(batch);
    const officer = desk.officer('QX');
    const amended = command({ firearms: [numbered(FROM_QN)] }).firearms.reveal()[0]!;
    const question = Sealed.of({ firearm: amended.firearm });
    must(await desk.get(AmendDraft).execute(officer, { requestId: moved!.requestId, version: 1 }, { question }));
    must(await desk.get(DiscardDraft).execute(officer, on({ id: gone!.requestId, version: 1 })));
    const now = must(await desk.get(ReadBatches).one(officer, batch.id));
    expect(now.groups.map(({ requests }) => requests.map(({ place }) => place))).toEqual([[0], [2]]);
    expect(now).toMatchObject({ size: 3, drafts: 2 });
  });

  it('shows makes and numbers under a disclosure of the batch alone, and to no auditor', async () => {
    const { id } = await drafted([FROM_QN]);
    const officer = desk.officer('QX');
    expect(await desk.get(ReadBatches).firearms(officer, id, undefined)).toBeDeniedWith('DISCLOSURE_REQUIRED');
    const asked = { subject: { kind: 'request_batch', id }, purpose: 'assigned_task' } as const;
    expect(await desk.get(Disclosures).open(desk.officer('QX', 'auditor'), asked)).toBeDeniedWith('DISCLOSURE_NOT_PERMITTED');
    expect(await desk.get(Disclosures).open(desk.officer('QN'), asked)).toBeDeniedWith('DISCLOSURE_SUBJECT_NOT_FOUND');
    expect(JSON.stringify(must(await desk.get(ReadBatches).one(desk.officer('QX', 'auditor'), id)))).not.toMatch(
      /"(VAW|R5)"|KR5[0-9]{3}/,
    );
    const disclosure = must(await desk.get(Disclosures).open(officer, asked));
    expect(must(await desk.get(ReadBatches).firearms(officer, id, disclosure.id)).reveal()).toMatchObject([
      { make: 'VAW', model: 'R5', importMark: { state: 'QN', year: 2009 }, firearms: [{ proposal: { state: 'QN' } }] },
    ]);
  });
});

describe('a sitting of a batch', () => {
  it('shows its drafts as they are amended, and ends when one of them is submitted', async () => {
    const officer = desk.officer('QX');
    const batch = await drafted([RIFLE, RIFLE]);
    const asked = { subject: { kind: 'request_batch', id: batch.id }, purpose: 'assigned_task' } as const;
    const sitting = must(await desk.get(Disclosures).open(officer, asked));
    const [amended] = rowsOf(batch);
    const { firearm } = command({ firearms: [{ ...RIFLE, serialNumber: { value: 'AMENDED77' } }] }).firearms.reveal()[0]!;
    const attempt = { requestId: amended!.requestId, version: amended!.version };
    must(await desk.get(AmendDraft).execute(officer, attempt, { question: Sealed.of({ firearm }) }));
    expect(JSON.stringify(must(await firearmsUnder(sitting.id, batch.id)).reveal())).toContain('AMENDED77');
    const [sent] = rowsOf(await checked(batch));
    expect(outcomes(must(await submit(batch.id, [sent!])))).toEqual(['submitted']);
    expect(await firearmsUnder(sitting.id, batch.id)).toBeDeniedWith('DISCLOSURE_OUTGROWN');
    expect(await desk.get(Disclosures).current(officer, asked.subject)).toBeNull();
  });

  it('is entered on each submitted request that it shows, and on no draft', async () => {
    const officer = desk.officer('QX');
    const batch = await checked(await drafted([RIFLE, RIFLE]));
    const [sent, draft] = rowsOf(batch);
    must(await submit(batch.id, [sent!]));
    const asked = { subject: { kind: 'request_batch', id: batch.id }, purpose: 'assigned_task' } as const;
    const sitting = must(await desk.get(Disclosures).open(officer, asked));
    expect(await openingsOf(sent!.requestId)).toEqual([]);
    must(await firearmsUnder(sitting.id, batch.id));
    must(await firearmsUnder(sitting.id, batch.id));
    expect(await openingsOf(sent!.requestId)).toEqual([{ covers: 'question', within: sitting.id }]);
    expect(await openingsOf(draft!.requestId)).toEqual([]);
  });
});

describe('submitting a batch', () => {
  it('takes no request of another batch', async () => {
    const [batch, other] = [await drafted([RIFLE]), await drafted([RIFLE])];
    expect(await submit(batch.id, rowsOf(other))).toBeDeniedWith('BATCH_ROW_UNKNOWN');
  });

  it('submits what may be, tells why the rest is not, and leaves what was sent before', async () => {
    const batch = await drafted([RIFLE, { ...RIFLE, calibre: undefined }, { make: 'VAW' }]);
    expect(outcomes(must(await submit(batch.id)))).toEqual([
      'TRACEABILITY_CHECK_NOT_READ',
      'DESCRIPTION_REQUIRED',
      'REQUESTED_STATE_REQUIRED',
    ]);
    must(await desk.get(BatchActs).check(desk.officer('QX'), { batchId: batch.id, rows: null }, []));
    expect(outcomes(must(await submit(batch.id)))).toEqual(['submitted', 'DESCRIPTION_REQUIRED', 'REQUESTED_STATE_REQUIRED']);
    expect(outcomes(must(await submit(batch.id)))).toEqual([
      'submitted_before',
      'DESCRIPTION_REQUIRED',
      'REQUESTED_STATE_REQUIRED',
    ]);
    const [sent] = rowsOf(batch);
    expect(must(await desk.get(ReadRequest).execute(desk.officer('QM'), sent!.requestId)).status).toBe('submitted');
  });

  it('of one group leaves the other groups drafts', async () => {
    const batch = await checked(await drafted([RIFLE, FROM_QN]));
    const [imported] = batch.groups;
    expect(outcomes(must(await submit(batch.id, imported!.requests)))).toEqual(['submitted']);
    expect(must(await desk.get(ReadBatches).one(desk.officer('QX'), batch.id))).toMatchObject({ drafts: 1, submitted: 1 });
  });

  it('holds back what was changed since it was read', async () => {
    const batch = await checked(await drafted([RIFLE]));
    const [row] = rowsOf(batch);
    const attempt = { requestId: row!.requestId, version: row!.version };
    must(await desk.get(AmendDraft).execute(desk.officer('QX'), attempt, { priority: 'routine' }));
    expect(outcomes(must(await submit(batch.id, rowsOf(batch))))).toEqual(['VERSION_CONFLICT']);
  });

  it('asks for one reason for a warning that many of its firearms have, and keeps it with each of them', async () => {
    const ground = { ...RIFLE, serialNumberPlace: 'barrel' };
    const batch = await checked(await drafted([ground, RIFLE, ground]));
    expect(outcomes(must(await submit(batch.id)))).toEqual([
      'TRACEABILITY_WARNINGS_UNANSWERED',
      'submitted',
      'TRACEABILITY_WARNINGS_UNANSWERED',
    ]);
    const overrides = overridesBecause('The receivers were destroyed; the barrels bear the number.');
    must(await desk.get(BatchActs).check(desk.officer('QX'), { batchId: batch.id, rows: null }, overrides));
    expect(outcomes(must(await submit(batch.id)))).toEqual(['submitted', 'submitted_before', 'submitted']);
  });
});

function overridesBecause(because: string) {
  return [{ rule: 'SERIAL_NUMBER_NOT_FROM_FRAME', because: Sealed.of(because) }] as const;
}

async function drafted(firearms: readonly object[]): Promise<BatchInGroups> {
  const body = command({ ...COMMON, firearms: firearms.map(numbered) });
  return must(await desk.get(DraftBatch).execute(desk.officer('QX'), onceKey(), body));
}

async function checked(batch: BatchInGroups): Promise<BatchInGroups> {
  must(await desk.get(BatchActs).check(desk.officer('QX'), { batchId: batch.id, rows: null }, []));
  return must(await desk.get(ReadBatches).one(desk.officer('QX'), batch.id));
}

function submit(batchId: BatchId, rows: readonly BatchRow[] | null = null, state = 'QX') {
  return desk.get(BatchActs).submit(desk.officer(state), { batchId, rows }, onceKey());
}

function firearmsUnder(disclosureId: string, batchId: BatchId) {
  return desk.get(ReadBatches).firearms(desk.officer('QX'), batchId, disclosureId);
}

async function openingsOf(requestId: string): Promise<readonly object[]> {
  return desk.database.superuser(
    `select envelope -> 'facts' ->> 'covers' as covers, envelope -> 'facts' ->> 'within' as within
       from (select convert_from(content, 'UTF8')::jsonb as envelope from audit_parts where name = 'envelope') as entries
      where envelope -> 'object' ->> 'id' = $1 and envelope -> 'facts' ? 'covers'`,
    [requestId],
  );
}

function outcomes(rows: readonly { readonly outcome: string; readonly problem: { readonly code: string } | null }[]) {
  return rows.map(({ outcome, problem }) => problem?.code ?? outcome);
}

function rowsOf({ groups }: BatchInGroups): readonly BatchRow[] {
  return groups.flatMap(({ requests }) => requests).sort((one, other) => one.place - other.place);
}

function numbered(firearm: object): object {
  return { serialNumber: { value: `KR${(serial += 1)}` }, ...firearm };
}

function command(body: object) {
  const read = validateInput(BatchDto, body);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value.toCommand();
}

async function kept(): Promise<readonly unknown[]> {
  return desk.database.superuser(
    `select (select count(*) from request_batches) batches, (select count(*) from request_batch_rows) rows,
            (select count(*) from tracing_request_drafts) drafts, (select count(*) from protected_parts where record_kind = 'tracing_request') parts`,
  );
}

async function entries(): Promise<Readonly<Record<string, number>>> {
  const rows = await desk.database.superuser<{ kind: string; count: number }>(
    'select object_kind as kind, count(*)::int from audit_entries group by object_kind',
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}
