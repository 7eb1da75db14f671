import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { complianceCsv } from './compliance-csv.adapter.js';
import { acknowledgementFigureOf, answerFigureOf, complianceOf, type ComplianceRow } from './compliance.js';
import { RESPONSE_KINDS } from './response.js';

const PERIOD = { from: '2026-01-01T00:00:00.000Z', before: '2027-01-01T00:00:00.000Z', asOf: '2026-06-01T00:00:00.000Z' };
const DUE = { acknowledgement: '2026-03-10T00:00:00.000Z', response: '2026-04-02T00:00:00.000Z' };

function aRow(change: Partial<ComplianceRow> = {}): ComplianceRow {
  return {
    reference: 'TD-7K3F-92QX4',
    requestingState: stateCode('QR'),
    requestedState: stateCode('QM'),
    priority: 'routine',
    submittedAt: '2026-03-02T10:00:00.000Z',
    misrouted: false,
    acknowledgement: { dueAt: DUE.acknowledgement, settledAt: '2026-03-04T10:00:00.000Z', misses: [] },
    response: { dueAt: DUE.response, delayed: false, misses: [] },
    respondedAt: '2026-03-20T10:00:00.000Z',
    kind: 'full',
    ...change,
  };
}

const missed = { dueAt: DUE.response, delayed: false, misses: [DUE.response] };

describe('silence', () => {
  it('is a date that passed without a response, and nothing else', () => {
    expect(answerFigureOf(aRow({ response: missed, respondedAt: null, kind: null }), PERIOD.asOf)).toBe('silent');
    expect(answerFigureOf(aRow({ response: { ...missed, misses: [] }, respondedAt: null, kind: null }), PERIOD.asOf)).toBe(
      'silent',
    );
    expect(
      answerFigureOf(aRow({ response: { ...missed, misses: [] }, respondedAt: null, kind: null }), DUE.acknowledgement),
    ).toBe('pending');
    expect(answerFigureOf(aRow({ response: null, respondedAt: null, kind: null }), PERIOD.asOf)).toBe('not_due');
  });

  it.each(RESPONSE_KINDS)('is never a response of kind %s, on time or late', (kind) => {
    expect(answerFigureOf(aRow({ kind }), PERIOD.asOf)).toBe('on_time');
    expect(answerFigureOf(aRow({ kind, response: missed, respondedAt: '2026-05-01T10:00:00.000Z' }), PERIOD.asOf)).toBe('late');
    const [figures] = complianceOf([aRow({ kind })], PERIOD);
    expect(figures?.kinds).toEqual({ ...Object.fromEntries(RESPONSE_KINDS.map((one) => [one, 0])), [kind]: 1 });
    expect(figures?.answer.silent).toBe(0);
  });

  it('is no penalty for a State that was the wrong one to ask', () => {
    const [figures] = complianceOf([aRow({ misrouted: true, response: missed, respondedAt: null, kind: null })], PERIOD);
    expect(figures).toMatchObject({
      requests: 1,
      misrouted: 1,
      answer: { silent: 0, late: 0 },
      acknowledgement: { on_time: 0, not: 0 },
    });
  });
});

describe('an answer on time', () => {
  it('is told apart from one on time after a reasoned delay, and from one later than the date named', () => {
    const delayed = { ...missed, delayed: true, misses: [] };
    expect(answerFigureOf(aRow({ response: delayed }), PERIOD.asOf)).toBe('on_time_after_delay');
    expect(
      answerFigureOf(
        aRow({ response: { ...delayed, misses: [DUE.response] }, respondedAt: '2026-05-01T10:00:00.000Z' }),
        PERIOD.asOf,
      ),
    ).toBe('late');
  });

  it('stays one when a later question reopens the request and its new date is missed', () => {
    expect(answerFigureOf(aRow({ response: { ...missed, misses: ['2026-05-20T00:00:00.000Z'] } }), PERIOD.asOf)).toBe('on_time');
  });
});

describe('an acknowledgement', () => {
  it.each([
    ['on_time', '2026-03-04T10:00:00.000Z', []],
    ['late', '2026-03-12T10:00:00.000Z', [DUE.acknowledgement]],
    ['not', null, [DUE.acknowledgement]],
    ['not', null, []],
  ])('is %s', (figure, settledAt, misses) => {
    expect(
      acknowledgementFigureOf(aRow({ acknowledgement: { dueAt: DUE.acknowledgement, settledAt, misses } }), PERIOD.asOf),
    ).toBe(figure);
  });
});

describe('the figures', () => {
  const instant = fc.integer({ min: Date.UTC(2025, 6, 1), max: Date.UTC(2027, 6, 1) }).map((at) => new Date(at).toISOString());
  const row = fc.record<ComplianceRow>({
    reference: fc.constant('TD-7K3F-92QX4'),
    requestingState: fc.constantFrom(stateCode('QR'), stateCode('QN')),
    requestedState: fc.constantFrom(stateCode('QM'), stateCode('QS')),
    priority: fc.constantFrom('routine', 'urgent'),
    submittedAt: instant,
    misrouted: fc.boolean(),
    acknowledgement: fc.option(
      fc.record({ dueAt: instant, settledAt: fc.option(instant), misses: fc.array(instant, { maxLength: 2 }) }),
    ),
    response: fc.option(fc.record({ dueAt: instant, delayed: fc.boolean(), misses: fc.array(instant, { maxLength: 2 }) })),
    respondedAt: fc.option(instant),
    kind: fc.option(fc.constantFrom(...RESPONSE_KINDS)),
  });

  it('count every request of the period once, whatever the order of the rows and after any export', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const figures = complianceOf(rows, PERIOD);
        expect(complianceOf(JSON.parse(JSON.stringify([...rows].reverse())) as ComplianceRow[], PERIOD)).toEqual(figures);
        const within = rows.filter(({ submittedAt }) => submittedAt >= PERIOD.from && submittedAt < PERIOD.before);
        expect(figures.reduce((sum, { requests }) => sum + requests, 0)).toBe(within.length);
        for (const { requests, misrouted, acknowledgement, answer } of figures) {
          for (const counts of [acknowledgement, answer]) {
            expect(Object.values(counts).reduce((sum, count) => sum + count, misrouted)).toBe(requests);
          }
        }
      }),
    );
  });

  it('are those of counting the requests of each pair by hand', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const figures = complianceOf(rows, PERIOD);
        const tallied: string[] = [];
        for (const one of rows) {
          const submitted = Date.parse(one.submittedAt);
          if (submitted < Date.parse(PERIOD.from) || submitted >= Date.parse(PERIOD.before)) continue;
          const pair = `${one.requestedState} of ${one.requestingState}`;
          tallied.push(`${pair} requests`);
          if (one.misrouted) tallied.push(`${pair} misrouted`);
          else {
            tallied.push(`${pair} acknowledgement ${slowAcknowledgement(one)}`, `${pair} answer ${slowAnswer(one)}`);
            if (one.kind) tallied.push(`${pair} kind ${one.kind}`);
          }
        }
        const told = figures.flatMap(
          ({ requestedState, requestingState, requests, misrouted, acknowledgement, answer, kinds }) => {
            const pair = `${requestedState} of ${requestingState}`;
            const named = (what: string, counts: Readonly<Record<string, number>>) =>
              Object.entries(counts).flatMap(([name, times]) => Array<string>(times).fill(`${pair} ${what} ${name}`));
            return [
              ...Array<string>(requests).fill(`${pair} requests`),
              ...Array<string>(misrouted).fill(`${pair} misrouted`),
              ...named('acknowledgement', acknowledgement),
              ...named('answer', answer),
              ...named('kind', kinds),
            ];
          },
        );
        expect(told.sort()).toEqual(tallied.sort());
      }),
    );
  });

  it('are exported with no cell that a spreadsheet would take for a formula', () => {
    const csv = complianceCsv(complianceOf([aRow()], PERIOD));
    expect(csv.startsWith('\uFEFF"requested_state",')).toBe(true);
    for (const cell of csv.slice(1).split(/[\r\n,]+/)) expect(cell).not.toMatch(/^[=+\-@\t]/);
  });
});

/** What a reader of the rows would say, without the code's order of questions: in each case by the instants alone. */
function slowAcknowledgement({ acknowledgement }: ComplianceRow): string {
  if (acknowledgement === null) return 'not_due';
  const { dueAt, settledAt, misses } = acknowledgement;
  const missed = misses.map((at) => Date.parse(at));
  if (settledAt === null) return missed.length > 0 || Date.parse(dueAt) <= Date.parse(PERIOD.asOf) ? 'not' : 'pending';
  return missed.filter((at) => at <= Date.parse(settledAt)).length === 0 ? 'on_time' : 'late';
}

function slowAnswer({ response, respondedAt }: ComplianceRow): string {
  if (response === null) return 'not_due';
  const missed = response.misses.map((at) => Date.parse(at));
  if (respondedAt === null)
    return missed.length > 0 || Date.parse(response.dueAt) <= Date.parse(PERIOD.asOf) ? 'silent' : 'pending';
  if (missed.some((at) => at <= Date.parse(respondedAt))) return 'late';
  return response.delayed ? 'on_time_after_delay' : 'on_time';
}

describe('exactly on a border', () => {
  const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

  it('a request submitted as the period begins is of it, and one submitted as it ends is not', () => {
    const counted = (submittedAt: string) => complianceOf([aRow({ submittedAt })], PERIOD).length;
    expect([PERIOD.from, justBefore(PERIOD.from), PERIOD.before, justBefore(PERIOD.before)].map(counted)).toEqual([1, 0, 0, 1]);
  });

  it('a date that is due at the moment asked counts as due, and is silent', () => {
    const response = { ...missed, misses: [] };
    const acknowledgement = { dueAt: DUE.response, settledAt: null, misses: [] };
    const open = aRow({ response, acknowledgement, respondedAt: null, kind: null });
    expect([answerFigureOf(open, DUE.response), answerFigureOf(open, justBefore(DUE.response))]).toEqual(['silent', 'pending']);
    expect([acknowledgementFigureOf(open, DUE.response), acknowledgementFigureOf(open, justBefore(DUE.response))]).toEqual([
      'not',
      'pending',
    ]);
  });

  it('an answer at the moment the date was missed is late, and one before is on time', () => {
    const at = (respondedAt: string) => answerFigureOf(aRow({ response: missed, respondedAt }), PERIOD.asOf);
    expect([at(DUE.response), at(justBefore(DUE.response))]).toEqual(['late', 'on_time']);
    const acknowledged = (settledAt: string) =>
      acknowledgementFigureOf(
        aRow({ acknowledgement: { dueAt: DUE.acknowledgement, settledAt, misses: [DUE.acknowledgement] } }),
        PERIOD.asOf,
      );
    expect([acknowledged(DUE.acknowledgement), acknowledged(justBefore(DUE.acknowledgement))]).toEqual(['late', 'on_time']);
  });
});

describe('a misrouted request', () => {
  it.each(RESPONSE_KINDS)('that was answered all the same, as %s, counts in no kind and by no date', (kind) => {
    const [figures] = complianceOf([aRow({ misrouted: true, kind }), aRow({ kind: 'full' })], PERIOD);
    expect(figures).toMatchObject({ requests: 2, misrouted: 1 });
    const counted = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0);
    expect([figures?.kinds, figures?.answer, figures?.acknowledgement].map((counts) => counted(counts ?? {}))).toEqual([1, 1, 1]);
    expect(figures?.kinds.full).toBe(1);
  });
});
