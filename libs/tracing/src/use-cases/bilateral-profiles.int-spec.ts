import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ITI_DEFAULT, recompute, type ProfileTerms } from '@tracedesk/deadlines';
import { stateCode } from '@tracedesk/kernel';
import { TracingWalk, must, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { AnswerProfile } from './answer-profile.service.js';
import { ExplainDeadline } from './explain-deadline.service.js';
import { ProposeProfile } from './propose-profile.service.js';
import { ReadProfiles } from './read-profiles.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

const TERMS: ProfileTerms = {
  source: { sentence: 'Police cooperation agreement of 4 June 2024, art. 7(2)', citation: 'Treaty series 2024/118' },
  legalBases: [],
  priorities: [],
  precedence: 10,
  periods: {
    ...ITI_DEFAULT.periods,
    response: { ...ITI_DEFAULT.periods.response, routine: { unit: 'calendar_days', length: 10, start: 'receipt' } },
  },
  pauses: { cappedDays: 5 },
  onMiss: 'reasons_expected',
};
const longer: ProfileTerms = {
  ...TERMS,
  periods: {
    ...TERMS.periods,
    response: { ...TERMS.periods.response, routine: { unit: 'months', length: 2, start: 'receipt' } },
  },
};

const administrator = (state: string) => desk.officer(state, 'administrator');
const propose = (terms: ProfileTerms, profile: string | null = null, otherState = 'QM', from = 'QR') =>
  desk.get(ProposeProfile).execute(administrator(from), { otherState: stateCode(otherState), profile, terms });

describe('a profile proposed to another State', () => {
  it.each([
    ['to the own State', { otherState: 'QR' }, 'PROFILE_WITH_OWN_STATE'],
    ['to a State that nobody answers for', { otherState: 'FR' }, 'PROFILE_STATE_NOT_SERVED'],
    ['as the next version of none', { profile: 'BILATERAL-QM-QR-9' }, 'PROFILE_NOT_FOUND'],
    ['with a contradiction', { terms: { ...TERMS, pauses: { cappedDays: 0 } } }, 'PROFILE_CAP_ZERO'],
  ])('is denied %s, and nothing is stored', async (_, change, code) => {
    const asked = { otherState: 'QM', profile: null, terms: TERMS, ...change };
    const result = await propose(asked.terms, asked.profile, asked.otherState);
    expect(result).toBeDeniedWith(code);
    expect(await desk.database.superuser('select 1 from bilateral_profiles')).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('applies to nothing before the other State agrees, and a third State never learns of it', async () => {
    const proposed = must(await propose(TERMS));
    expect(proposed).toMatchObject({ id: 'BILATERAL-QM-QR-1', version: 1, standing: 'proposed' });
    expect(must(await desk.get(ReadProfiles).one(administrator('QM'), proposed.id))[0]?.acts).toEqual(['agree', 'decline']);
    expect(must(await desk.get(ReadProfiles).one(desk.officer('QM'), proposed.id))[0]?.acts).toEqual([]);
    expect(await desk.get(ReadProfiles).one(administrator('QN'), proposed.id)).toBeDeniedWith('PROFILE_NOT_FOUND');
    expect((await desk.get(ReadProfiles).all(administrator('QN'))).bilateral).toEqual([]);
    expect(await answer('QN', 'agree', 1)).toBeDeniedWith('PROFILE_NOT_FOUND');
    expect(await answer('QR', 'agree', 1)).toBeDeniedWith('PROFILE_ACT_OF_OTHER_STATE');
    expect(await answer('QM', 'agree', 2)).toBeDeniedWith('PROFILE_VERSION_CONFLICT');
    expect(await propose(TERMS, proposed.id)).toBeDeniedWith('PROFILE_PROPOSED_MEANWHILE');
    expect(await propose(TERMS)).toBeDeniedWith('PROFILE_PRECEDENCE_TAKEN');
    expect(await profileOfNewRequest()).toBe('ITI-DEFAULT 1');
  });

  it('counts new requests from the agreement on, in both directions, and leaves earlier ones alone', async () => {
    const before = await walk.submitted();
    must(await answer('QM', 'agree', 1));
    expect(await answer('QM', 'agree', 1)).toBeDeniedWith('PROFILE_ACT_NOT_OPEN');
    expect(await profileOf(before.id)).toBe('ITI-DEFAULT 1');
    expect(await profileOfNewRequest()).toBe('BILATERAL-QM-QR-1 1');
    const back = await new TracingWalk(desk, { from: 'QM', to: 'QR' }).submitted();
    expect(await profileOf(back.id)).toBe('BILATERAL-QM-QR-1 1');
    const third = await new TracingWalk(desk, { from: 'QR', to: 'QN' }).submitted();
    expect(await profileOf(third.id)).toBe('ITI-DEFAULT 1');
  });

  it('needs agreement again for a new version, and a request keeps the one it was submitted under', async () => {
    const under1 = await walk.submitted();
    must(await propose(longer, 'BILATERAL-QM-QR-1', 'QR', 'QM'));
    expect(await profileOfNewRequest()).toBe('BILATERAL-QM-QR-1 1');
    must(await answer('QR', 'agree', 2));
    expect(await profileOfNewRequest()).toBe('BILATERAL-QM-QR-1 2');
    expect(await profileOf(under1.id)).toBe('BILATERAL-QM-QR-1 1');

    const explanation = must(await desk.get(ExplainDeadline).execute(walk.requesting, under1.id, 'response'));
    expect(explanation.profile).toEqual({ id: 'BILATERAL-QM-QR-1', version: 1, source: { kind: 'agreement', ...TERMS.source } });
    expect(explanation.lines).toContainEqual({ line: 'term', unit: 'calendar_days', length: 10 });
    expect(recompute(explanation.derivation)).toEqual(explanation.storedDueAt);
    const versions = must(await desk.get(ReadProfiles).one(administrator('QR'), 'BILATERAL-QM-QR-1'));
    expect(versions.map(({ version, standing }) => [version, standing])).toEqual([
      [2, 'agreed'],
      [1, 'replaced'],
    ]);
  });

  it('can be ended by either State, for the future', async () => {
    const under = await walk.submitted();
    must(await answer('QM', 'end', 2));
    expect(await profileOf(under.id)).toBe('BILATERAL-QM-QR-1 2');
    expect(await profileOfNewRequest()).toBe('ITI-DEFAULT 1');
    const entries = await desk.database.superuser<{ action: string }>(
      `select convert_from(content, 'UTF8')::jsonb ->> 'action' as action from audit_parts join audit_entries on id = entry_id
        where name = 'envelope' and object_kind = 'deadline_profile' order by occurred_at, id`,
    );
    expect(entries.map(({ action }) => action.split('.')[1])).toEqual(['proposed', 'agreed', 'proposed', 'agreed', 'ended']);
  });
});

describe('an act on a profile', () => {
  it('is told to the administrators of the State that did not act: its name, nothing of its terms; what is denied is told to nobody', async () => {
    const toldBefore = await told();
    expect(toldBefore.map(({ payload }) => [payload.state, payload.kind.split('.')[1], payload.occasion])).toEqual([
      ['QM', 'proposed', 'BILATERAL-QM-QR-1_v1'],
      ['QR', 'agreed', 'BILATERAL-QM-QR-1_v1'],
      ['QR', 'proposed', 'BILATERAL-QM-QR-1_v2'],
      ['QM', 'agreed', 'BILATERAL-QM-QR-1_v2'],
      ['QR', 'ended', 'BILATERAL-QM-QR-1_v2'],
    ]);
    must(await propose(TERMS, 'BILATERAL-QM-QR-1'));
    expect(await answer('QM', 'withdraw', 3)).toBeDeniedWith('PROFILE_ACT_OF_OTHER_STATE');
    must(await answer('QR', 'withdraw', 3));
    must(await propose(TERMS, 'BILATERAL-QM-QR-1'));
    must(await answer('QM', 'decline', 4));
    const since = (await told()).slice(toldBefore.length);
    expect(since.map(({ payload }) => `${payload.state} ${payload.kind}`)).toEqual([
      'QM deadline_profile.proposed',
      'QM deadline_profile.withdrawn',
      'QM deadline_profile.proposed',
      'QR deadline_profile.declined',
    ]);
    for (const { payload } of since) {
      expect(Object.keys(payload).sort()).toEqual(['audience', 'kind', 'occasion', 'profile', 'state']);
      expect(payload.audience).toBe('administrator');
    }
  });
});

interface Told {
  readonly payload: Readonly<Record<'state' | 'kind' | 'occasion' | 'audience' | 'profile', string>>;
}

function told(): Promise<readonly Told[]> {
  return desk.database.superuser<Told>(
    `select payload from outbox where payload ->> 'kind' like 'deadline_profile.%' order by id`,
  );
}

function answer(state: string, act: 'agree' | 'decline' | 'withdraw' | 'end', version: number) {
  return desk.get(AnswerProfile).execute(administrator(state), act, { id: 'BILATERAL-QM-QR-1', version });
}

async function profileOfNewRequest(): Promise<string> {
  return profileOf((await walk.submitted()).id);
}

/** As it is frozen in the request and in its clocks: the same, or the spec fails. */
async function profileOf(id: string): Promise<string> {
  const [row] = await desk.database.superuser<{ request: string; clocks: string[] }>(
    `select deadline_profile || ' ' || deadline_profile_version as request,
            array(select distinct profile || ' ' || profile_version from deadlines where request_id = tracing_requests.id) as clocks
       from tracing_requests where id = $1`,
    [id],
  );
  expect(row?.clocks).toEqual([row?.request]);
  return row?.request ?? '';
}
