import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sealed } from '@tracedesk/kernel';
import { TracingWalk, must, on, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { complianceOf, type ComplianceRow } from '../compliance.js';
import { ReportCompliance } from './report-compliance.service.js';
import { RespondToRequest } from './respond-to-request.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

describe('the figures on silence', () => {
  it('are denied for a period that ends before it begins', async () => {
    const asked = { from: '2026-02-01', to: '2026-01-01' };
    expect(await desk.get(ReportCompliance).execute(desk.officer('QR', 'auditor'), asked)).toBeDeniedWith('PERIOD_BACKWARDS');
  });

  it('tell answers, refusals and silence apart, are the same for both States, and can be worked out again from their rows', async () => {
    await walk.responded();
    const refusal = {
      kind: 'refused',
      ground: '22_NATIONAL_SECURITY',
      content: Sealed.of({ items: [], reasons: 'Not now.' }),
    } as const;
    const acknowledged = await walk.acknowledged();
    must(await desk.get(RespondToRequest).execute(walk.requested, on(acknowledged), { response: refusal }));
    await walk.submitted();
    await desk.database.advance('40 days');
    const report = must(await desk.get(ReportCompliance).execute(desk.officer('QR', 'auditor'), { from: '2020-01-01' }));
    expect(report.figures).toEqual([
      expect.objectContaining({
        requestedState: 'QM',
        requestingState: 'QR',
        requests: 3,
        misrouted: 0,
        acknowledgement: { on_time: 2, late: 0, not: 1, pending: 0, not_due: 0 },
        answer: { on_time: 2, on_time_after_delay: 0, late: 0, silent: 1, pending: 0, not_due: 0 },
        kinds: { full: 0, partial: 0, restricted: 0, refused: 1, no_record: 1 },
      }),
    ]);
    const exported = JSON.parse(JSON.stringify(report)) as { rows: ComplianceRow[]; period: typeof report.period };
    expect(complianceOf(exported.rows, exported.period)).toEqual(report.figures);
    const theirs = must(await desk.get(ReportCompliance).execute(desk.officer('QM', 'supervisor'), { from: '2020-01-01' }));
    expect(theirs.figures).toEqual(report.figures);
    expect(must(await desk.get(ReportCompliance).execute(desk.officer('QN', 'auditor'), { from: '2020-01-01' })).rows).toEqual(
      [],
    );
  });
});
