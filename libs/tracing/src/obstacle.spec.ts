import { describe, expect, it } from '@jest/globals';
import { isWithoutTrace, OBSTACLES, obstacleDenial, obstacleOf, outcomeDenial, type Obstacle } from './obstacle.js';
import { OUTCOMES, RESPONSE_KINDS, type Outcome } from './response.js';
import { STATUSES, type LatestResponse, type RequestStatus } from './tracing-request.js';

const standing = (status: RequestStatus, latestResponse: Partial<LatestResponse> | null = null) => ({
  status,
  responses: latestResponse === null ? 0 : 1,
  latestResponse: latestResponse && { kind: 'full' as const, finding: null, ground: null, ...latestResponse },
});
/** What is said of the other State. */
const ON_RECORD: readonly Obstacle[] = ['no_answer', 'refused', 'wrong_state'];
const FULL = standing('responded', { kind: 'full' });

describe('the outcome of a request', () => {
  const ALL = Object.keys(OUTCOMES) as Outcome[];
  const denied = (request: ReturnType<typeof standing>) => ALL.filter((outcome) => outcomeDenial(request, outcome) !== null);

  it.each(['submitted', 'acknowledged', 'delayed'] as const)(
    'is that it was not traced, and nothing else, where nobody answered and it is closed from %s',
    (status) => {
      expect(denied(standing(status))).toEqual(ALL.filter((outcome) => outcome !== 'NOT_TRACED'));
      expect(outcomeDenial(standing(status), 'GOVERNMENT_STOCK')).toMatchObject({
        code: 'OUTCOME_WITHOUT_ANSWER',
        field: 'outcome',
        details: { found: 'GOVERNMENT_STOCK' },
      });
    },
  );

  it('is what a State that sent it on said of itself: neither made nor imported there', () => {
    const borne = ['NOT_TRACED', 'NOT_MANUFACTURED_HERE', 'NOT_IMPORTED_HERE'];
    expect(denied(standing('misrouted'))).toEqual(ALL.filter((outcome) => !borne.includes(outcome)));
  });

  it.each(['refused', 'no_record'] as const)('is no trace after an answer %s alone, and may be one after two answers', (kind) => {
    const only = standing('responded', { kind });
    expect(denied(only)).toEqual(ALL.filter((outcome) => !isWithoutTrace(outcome)));
    expect(denied({ ...only, responses: 2 })).toEqual([]);
  });

  it.each(['full', 'partial', 'restricted'] as const)('is any after an answer %s', (kind) => {
    expect(denied(standing('responded', { kind }))).toEqual([]);
  });
});

describe('a request closed without a trace', () => {
  it('says nothing of the other State that it did not do: silence is no refusal, and an answer no silence', () => {
    const closings: [ReturnType<typeof standing>, Obstacle | null][] = [
      [standing('submitted'), 'no_answer'],
      [standing('acknowledged'), 'no_answer'],
      [standing('delayed'), 'no_answer'],
      [standing('misrouted'), 'wrong_state'],
      [standing('responded', { kind: 'refused' }), 'refused'],
      [standing('responded', { kind: 'no_record', finding: 'NOT_MANUFACTURED_HERE' }), 'wrong_state'],
      [standing('responded', { kind: 'no_record', finding: 'NO_RECORD_FOUND' }), null],
      [FULL, null],
    ];
    for (const [request, saidByRecord] of closings) {
      for (const named of ON_RECORD) {
        const denial = obstacleDenial(request, 'NOT_TRACED', named);
        if (named === saidByRecord) expect(denial).toBeNull();
        else expect(denial).toMatchObject({ code: 'OBSTACLE_NOT_SO', field: 'obstacle', details: { found: named } });
      }
    }
  });

  it.each(RESPONSE_KINDS.filter((kind) => kind !== 'refused'))(
    'needs what stood in the way to be named after an answer of kind %s that does not say so',
    (kind) => {
      expect(obstacleDenial(standing('responded', { kind }), 'NOT_TRACED')).toMatchObject({
        code: 'OBSTACLE_REQUIRED',
        field: 'obstacle',
      });
      for (const named of OBSTACLES.filter((each) => !ON_RECORD.includes(each))) {
        expect(obstacleDenial(standing('responded', { kind }), 'NOT_TRACED', named)).toBeNull();
        expect(obstacleOf(standing('responded', { kind }), 'NOT_TRACED', named)).toBe(named);
      }
    },
  );

  it('says by itself that it was refused, unanswered or asked of the wrong State, unless another obstacle is named', () => {
    const evident: [ReturnType<typeof standing>, Obstacle][] = [
      [standing('responded', { kind: 'refused' }), 'refused'],
      [standing('misrouted'), 'wrong_state'],
      [standing('misrouted', { kind: 'full' }), 'wrong_state'],
      ...STATUSES.filter((status) => status !== 'responded' && status !== 'misrouted').map(
        (status): [ReturnType<typeof standing>, Obstacle] => [standing(status), 'no_answer'],
      ),
    ];
    for (const [request, obstacle] of evident) {
      expect(obstacleDenial(request, 'NOT_TRACED')).toBeNull();
      expect(obstacleOf(request, 'NOT_TRACED')).toBe(obstacle);
      expect(obstacleOf(request, 'NOT_TRACED', 'mark_erased')).toBe('mark_erased');
    }
  });

  it.each([
    ['NO_RECORD_FOUND', 'no_record_kept'],
    ['RECORD_PERIOD_LAPSED', 'record_period_lapsed'],
    ['RECORDS_OF_DEFUNCT_COMPANY', 'no_record_kept'],
    ['INSUFFICIENT_IDENTIFICATION', 'mark_wanting'],
    ['NOT_MANUFACTURED_HERE', 'wrong_state'],
    ['NOT_IMPORTED_HERE', 'wrong_state'],
    ['DUPLICATE_SERIALS', 'several_firearms'],
    ['COUNTERFEIT_MARK', 'mark_altered'],
    ['CRAFT_OR_UNLICENSED', 'unlicensed_manufacture'],
  ] as const)('with the finding %s says by itself: %s', (finding, obstacle) => {
    expect(obstacleOf(FULL, finding)).toBe(obstacle);
    expect(obstacleOf(standing('responded', { kind: 'no_record', finding }), 'NOT_TRACED')).toBe(obstacle);
    expect(obstacleOf(FULL, finding, 'import_mark_unknown')).toBe('import_mark_unknown');
  });
});

describe('a request closed with a trace', () => {
  it.each((Object.keys(OUTCOMES) as Outcome[]).filter((outcome) => OUTCOMES[outcome].of === 'item'))(
    'to %s had nothing in the way',
    (outcome) => {
      expect(obstacleDenial(FULL, outcome, 'other')).toMatchObject({ code: 'OBSTACLE_NOT_APPLICABLE', field: 'obstacle' });
      expect(obstacleDenial(FULL, outcome)).toBeNull();
      expect(obstacleOf(FULL, outcome)).toBeNull();
    },
  );
});
