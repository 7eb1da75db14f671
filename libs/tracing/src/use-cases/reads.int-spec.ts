import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures } from '@tracedesk/confidentiality';
import { SetAuthorities } from '@tracedesk/identity';
import { Sealed, type Officer } from '@tracedesk/kernel';
import { TracingWalk, must, on, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import type { RequestSummary } from '../request-summary.js';
import { ListRequests } from './list-requests.service.js';
import { ReadDeadlines } from './read-deadlines.service.js';
import { ReadQuestion } from './read-question.service.js';
import { ReadResponses } from './read-responses.service.js';
import { ReadTimeline } from './read-timeline.service.js';
import { RespondToRequest } from './respond-to-request.service.js';
import { SubmitRequest } from './submit-request.service.js';
import { WithdrawRequest } from './withdraw-request.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

async function disclosureFor(actor: Officer, id: string, justification?: string): Promise<string> {
  const purpose = justification ? 'legal_proceedings' : 'assigned_task';
  const words = justification ? { justification: Sealed.of(justification) } : {};
  return must(await desk.get(Disclosures).open(actor, { subject: { kind: 'tracing_request', id }, purpose, ...words })).id;
}

/** What the entries of readings of a request name, in the order they were made. */
async function coversEntered(id: string): Promise<readonly string[]> {
  const rows = await desk.database.superuser<{ covers: string }>(
    `select envelope -> 'facts' ->> 'covers' as covers
       from (select entry_id, convert_from(content, 'UTF8')::jsonb as envelope from audit_parts where name = 'envelope') as entries
      where envelope -> 'object' ->> 'id' = $1 and envelope -> 'facts' ? 'covers'
      order by entry_id`,
    [id],
  );
  return rows.map(({ covers }) => covers);
}

describe('reading the question', () => {
  it('is denied without a disclosure, with one of another request, and with somebody else’s', async () => {
    const request = await walk.submitted();
    const other = await walk.submitted();
    const read = (actor: Officer, disclosure?: string) => desk.get(ReadQuestion).execute(actor, request.id, disclosure);
    expect(await read(walk.requesting)).toBeDeniedWith('DISCLOSURE_REQUIRED');
    expect(await read(walk.requesting, await disclosureFor(walk.requesting, other.id))).toBeDeniedWith('DISCLOSURE_REQUIRED');
    expect(await read(desk.officer('QR', 'contact'), await disclosureFor(walk.requesting, request.id))).toBeDeniedWith(
      'DISCLOSURE_REQUIRED',
    );
  });

  it('tells a third State nothing, not even with the id of a disclosure', async () => {
    const request = await walk.submitted();
    const disclosure = await disclosureFor(walk.requesting, request.id);
    expect(await desk.get(ReadQuestion).execute(desk.officer('QN'), request.id, disclosure)).toBeDeniedWith('REQUEST_NOT_FOUND');
    const opened = desk
      .get(Disclosures)
      .open(desk.officer('QN'), { subject: { kind: 'tracing_request', id: request.id }, purpose: 'assigned_task' });
    expect(await opened).toBeDeniedWith('DISCLOSURE_SUBJECT_NOT_FOUND');
  });

  it('opens it to whoever drafted it, and to whoever has to answer it', async () => {
    const request = await walk.submitted();
    for (const actor of [walk.requesting, walk.requested]) {
      const { question } = must(await desk.get(ReadQuestion).execute(actor, request.id, await disclosureFor(actor, request.id)));
      expect(question.reveal().firearm?.serialNumber).toEqual({ value: 'A104552' });
    }
  });

  it('gives the words of a withdrawal to the State that was asked', async () => {
    const request = await walk.submitted();
    must(await desk.get(WithdrawRequest).execute(walk.requesting, on(request), { reason: Sealed.of('Solved by other means.') }));
    const disclosure = await disclosureFor(walk.requested, request.id, 'The file has to be closed in court.');
    const { words } = must(await desk.get(ReadQuestion).execute(walk.requested, request.id, disclosure));
    expect(words.map(({ event, version, name, text }) => [event, version, name, text.reveal()])).toEqual([
      ['withdrawn', 3, 'reason', 'Solved by other means.'],
    ]);
  });
});

describe('reading what was answered', () => {
  it('gives each round with its content, to both parties', async () => {
    const request = await walk.acknowledged();
    const item = {
      kind: 'government_stock',
      finding: 'GOVERNMENT_STOCK',
      details: 'Issued to the police in 2005.',
      restrictions: ['15a'],
    } as const;
    const response = { kind: 'full', content: Sealed.of({ items: [item] }) } as const;
    must(await desk.get(RespondToRequest).execute(walk.requested, on(request), { response }));
    for (const actor of [walk.requesting, walk.requested]) {
      const disclosure = await disclosureFor(actor, request.id);
      const [only, ...more] = must(await desk.get(ReadResponses).execute(actor, request.id, disclosure));
      expect(more).toEqual([]);
      expect(only).toMatchObject({ round: 1, kind: 'full', ground: null });
      expect(only?.content.reveal()).toEqual({ items: [item] });
    }
  });

  it('withholds from the receiver what its giver does not permit for the purpose stated (15(b)), and from nobody else', async () => {
    const request = await walk.acknowledged();
    const open = {
      kind: 'manufacture',
      finding: 'MANUFACTURED_NO_EXPORT_RECORD',
      details: 'Made in 2001.',
      restrictions: [],
    } as const;
    const kept = {
      kind: 'holder',
      details: 'Held by the Nordhavn club.',
      restrictions: ['15b'],
      purposes: ['investigation'],
      record: { register: 'Licences', reference: 'L-77' },
    } as const;
    const response = { kind: 'full', content: Sealed.of({ items: [open, kept] }) } as const;
    must(await desk.get(RespondToRequest).execute(walk.requested, on(request), { response }));
    const read = async (actor: Officer, words?: string) => {
      const [only] = must(
        await desk.get(ReadResponses).execute(actor, request.id, await disclosureFor(actor, request.id, words)),
      );
      return only && { items: only.content.reveal().items, withheld: only.withheld };
    };
    const forCourt = await read(walk.requesting, 'The case is before the court.');
    expect(forCourt?.withheld).toEqual([{ number: '1.2', rule: 'outside_purposes' }]);
    expect(forCourt?.items).toEqual([open, { kind: 'holder', details: '', restrictions: ['15b'], purposes: ['investigation'] }]);
    expect(await read(walk.requesting)).toEqual({ items: [open, kept], withheld: [] });
    expect(await read(walk.requested, 'The case is before the court.')).toEqual({ items: [open, kept], withheld: [] });
  });

  it('is shown, where its giver designated an authority under 15(a), to the people of that authority alone', async () => {
    const request = await walk.acknowledged();
    const item = {
      kind: 'holder',
      finding: 'TRACED_TO_LAST_LEGAL_HOLDER',
      details: 'Held by the Nordhavn club.',
      restrictions: ['15a'],
      authorities: ['Criminal Police of Rhosia'],
    } as const;
    const response = { kind: 'full', content: Sealed.of({ items: [item] }) } as const;
    must(await desk.get(RespondToRequest).execute(walk.requested, on(request), { response }));
    const read = async () => {
      const disclosure = await disclosureFor(walk.requesting, request.id);
      return must(await desk.get(ReadResponses).execute(walk.requesting, request.id, disclosure))[0];
    };
    const administration = { kind: 'process', name: 'administration', state: walk.requesting.state } as const;
    const before = await read();
    expect(before?.withheld).toEqual([{ number: '1.1', rule: 'not_designated' }]);
    expect(before?.content.reveal().items).toEqual([
      { kind: 'holder', details: '', restrictions: ['15a'], authorities: ['Criminal Police of Rhosia'] },
    ]);
    must(await desk.get(SetAuthorities).execute(administration, 'officer', ['criminal police of Rhosia', 'Customs']));
    expect((await read())?.content.reveal().items).toEqual([item]);
    must(await desk.get(SetAuthorities).execute(administration, 'officer', []));
    expect((await read())?.withheld).toHaveLength(1);
  });

  it('is not opened by a reading of the draft, nor by one of the question alone: each ends when there is more to read', async () => {
    const draft = await walk.checked();
    const ofDraft = await disclosureFor(walk.requesting, draft.id);
    expect(await desk.get(ReadQuestion).execute(walk.requesting, draft.id, ofDraft)).toBeDone();
    const submitted = must(await desk.get(SubmitRequest).execute(walk.requesting, on(draft)));
    expect(await desk.get(ReadQuestion).execute(walk.requesting, draft.id, ofDraft)).toBeDeniedWith('DISCLOSURE_OUTGROWN');
    const ofQuestion = await disclosureFor(walk.requesting, draft.id);
    const response = {
      kind: 'no_record',
      finding: 'NO_RECORD_FOUND',
      content: Sealed.of({ items: [], remarks: 'None.' }),
    } as const;
    must(await desk.get(RespondToRequest).execute(walk.requested, on(submitted), { response }));
    for (const earlier of [ofDraft, ofQuestion])
      expect(await desk.get(ReadResponses).execute(walk.requesting, draft.id, earlier)).toBeDeniedWith('DISCLOSURE_OUTGROWN');
    const [answer] = must(
      await desk.get(ReadResponses).execute(walk.requesting, draft.id, await disclosureFor(walk.requesting, draft.id)),
    );
    expect(answer?.content.reveal().remarks).toBe('None.');
    expect(await coversEntered(draft.id)).toEqual(['draft', 'check question', 'check question response.1']);
  });

  it('leaves no word of it in plain columns', async () => {
    const found = await desk.database.superuser<{ hits: number }>(
      `select count(*)::int as hits from (
         select r::text as row from desk.responses r union all select r::text from desk.tracing_requests r
         union all select r::text from desk.outbox r union all select r::text from desk.tracing_request_drafts r) as rows
        where row ~ 'Issued|A104552|Solved'`,
    );
    expect(found).toEqual([{ hits: 0 }]);
  });
});

describe('timeline and deadlines', () => {
  it('show both parties the moves, and each its own reads only', async () => {
    const request = await walk.acknowledged();
    await disclosureFor(walk.requesting, request.id);
    const actionsFor = async (actor: Officer): Promise<string[]> =>
      must(await desk.get(ReadTimeline).execute(actor, request.id)).map(({ action }) => action);
    expect(await actionsFor(walk.requested)).toEqual(['tracing_request.submitted', 'tracing_request.acknowledged']);
    expect(await actionsFor(walk.requesting)).toEqual([
      'tracing_request.drafted',
      'traceability_check.read',
      'tracing_request.submitted',
      'tracing_request.acknowledged',
      'disclosure.opened',
    ]);
    const clocks = must(await desk.get(ReadDeadlines).execute(walk.requested, request.id));
    expect(clocks.map(({ clock, state }) => [clock, state])).toEqual([
      ['acknowledgement', 'settled'],
      ['response', 'runs'],
    ]);
  });
});

describe('lists', () => {
  const pages = async (actor: Officer, query: object, limit: number): Promise<RequestSummary[][]> => {
    const { readCursor } = await import('../list-cursor.js');
    const all: RequestSummary[][] = [];
    for (let cursor: ReturnType<typeof readCursor>; ;) {
      const { items, next } = await desk.get(ListRequests).execute(actor, { ...query, limit, ...(cursor && { cursor }) });
      all.push([...items]);
      if (next === null) return all;
      cursor = readCursor(next);
    }
  };

  it('are empty for a third State', async () => {
    expect(await pages(desk.officer('QN'), {}, 10)).toEqual([[]]);
    expect(await pages(desk.officer('QN'), { direction: 'drafts' }, 10)).toEqual([[]]);
  });

  it('show each request once, what is due first at the top, page by page', async () => {
    const whole = (await pages(walk.requested, { direction: 'incoming' }, 100)).flat();
    const paged = await pages(walk.requested, { direction: 'incoming' }, 2);
    expect(paged.every((page) => page.length <= 2)).toBe(true);
    expect(paged.flat().map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    const order = whole.map(({ nextDueAt }) => nextDueAt?.getTime() ?? Infinity);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('can be asked for by direction, stage, status, lateness and change', async () => {
    const first = await walk.submitted();
    const list = async (query: object): Promise<RequestSummary[]> => (await pages(walk.requesting, query, 100)).flat();
    expect((await list({ direction: 'incoming' })).length).toBe(0);
    expect((await list({ stage: 'responded' })).every(({ status }) => status === 'responded')).toBe(true);
    expect((await list({ status: 'withdrawn' })).map(({ status }) => status)).toEqual(['withdrawn']);
    expect(await list({ overdue: true })).toEqual([]);
    expect((await list({ updatedSince: new Date(first.updatedAt.getTime() - 1) })).map(({ id }) => id)).toEqual([first.id]);
    const draft = await walk.drafted();
    expect((await list({ direction: 'drafts' })).map(({ id }) => id)).toEqual([draft.id]);
    await desk.database.advance('8 days');
    const late = await list({ overdue: true });
    expect(late.map(({ id }) => id)).toContain(first.id);
    expect(late.every(({ overdue, status, actions }) => overdue && status === 'submitted' && actions.includes('close'))).toBe(
      true,
    );
  });

  it('name nobody’s own matters: a linked follow-up is known to the requesting State only', async () => {
    const list = (await pages(walk.requested, {}, 100)).flat();
    expect(list.every(({ followUpRequestId }) => followUpRequestId === null)).toBe(true);
    expect(JSON.stringify(list)).not.toContain('A104552');
  });
});
