import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures, type Purpose } from '@tracedesk/confidentiality';
import { Sealed, type Officer } from '@tracedesk/kernel';
import { TracingWalk, must, on, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import type { RequestSummary } from '../request-summary.js';
import type { OwnRestrictions } from '../question.js';
import { ReadQuestion } from './read-question.service.js';
import { ReadResponses } from './read-responses.service.js';
import { RespondToRequest } from './respond-to-request.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

const FOR_INVESTIGATION: OwnRestrictions = { firearm: ['15b'], purposes: ['investigation'] };
const SERIAL = 'A104552';

describe('what the requesting State keeps to some purposes', () => {
  it('is not shown to the requested State for another one, and what is not restricted is', async () => {
    const request = await walk.submitted({ restrictions: FOR_INVESTIGATION });
    const { question, withheld } = await readFor('statistics', walk.requested, request);
    expect(question.reveal().firearm).toBeUndefined();
    expect(question.reveal().find).toBeDefined();
    expect(withheld).toEqual([{ section: 'firearm', rule: 'outside_purposes' }]);
  });

  it('is not told by how the records compare with it either', async () => {
    const request = await walk.submitted({ restrictions: FOR_INVESTIGATION });
    const record = { register: 'Sales', serial: SERIAL };
    const item = { kind: 'holder', finding: 'TRACED_TO_LAST_LEGAL_HOLDER', details: 'Sold.', restrictions: [], record } as const;
    const response = { kind: 'full', content: Sealed.of({ items: [item] }) } as const;
    must(await desk.get(RespondToRequest).execute(walk.requested, on(request), { response }));
    const matches = async (purpose: Purpose) => {
      const disclosure = await disclosureFor(purpose, walk.requested, request);
      const [read] = must(await desk.get(ReadResponses).execute(walk.requested, request.id, disclosure));
      return read?.serialMatches.size;
    };
    expect(await matches('statistics')).toBe(0);
    expect(await matches('investigation')).toBe(1);
  });

  it('is shown for a purpose permitted, for the trace itself, and to the State that asked', async () => {
    const request = await walk.submitted({ restrictions: FOR_INVESTIGATION });
    for (const [purpose, officer] of [
      ['investigation', walk.requested],
      ['assigned_task', walk.requested],
      ['statistics', walk.requesting],
    ] as const) {
      const { question, withheld } = await readFor(purpose, officer, request);
      expect(question.reveal().firearm?.serialNumber).toEqual({ value: SERIAL });
      expect(withheld).toEqual([]);
    }
  });
});

async function readFor(purpose: Purpose, officer: Officer, { id }: RequestSummary) {
  return must(await desk.get(ReadQuestion).execute(officer, id, await disclosureFor(purpose, officer, { id })));
}

async function disclosureFor(purpose: Purpose, officer: Officer, { id }: Pick<RequestSummary, 'id'>): Promise<string> {
  const subject = { kind: 'tracing_request', id } as const;
  const justification = Sealed.of('For the yearly report.');
  return must(await desk.get(Disclosures).open(officer, { subject, purpose, justification })).id;
}
