import { describe, expect, it } from '@jest/globals';
import {
  isWithoutTrace,
  OBSTACLES,
  obstacleDenial,
  obstacleOf,
  outcomeDenial,
  standingOf,
  type Answer,
  type Obstacle,
  type Standing,
} from './obstacle.js';
import type { Finding } from './response-item.js';
import { OUTCOMES, RESPONSE_KINDS, type Outcome } from './response.js';
import { STATUSES, type RequestStatus } from './tracing-request.js';

type Said = Partial<Answer>;
const answer = (said: Said): Answer => ({ kind: 'full', finding: null, ...said });
/** A request as it stands after these answers, the latest last. */
const standing = (status: RequestStatus, ...answers: readonly Said[]): Standing => ({ status, answers: answers.map(answer) });
/** What is said of the other State. */
const ON_RECORD: readonly Obstacle[] = ['no_answer', 'refused', 'wrong_state', 'no_record_kept'];
const FULL = standing('responded', { kind: 'full' });

describe('the outcome of a request', () => {
  const ALL = Object.keys(OUTCOMES) as Outcome[];
  const OF_OWN_RECORDS: readonly Finding[] = [
    'NO_RECORD_FOUND',
    'RECORD_PERIOD_LAPSED',
    'RECORDS_OF_DEFUNCT_COMPANY',
    'NOT_MANUFACTURED_HERE',
    'NOT_IMPORTED_HERE',
  ];
  const denied = (request: Standing) => ALL.filter((outcome) => outcomeDenial(request, outcome) !== null);

  it.each(['submitted', 'acknowledged', 'delayed', 'information_requested'] as const)(
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

  it.each<readonly Said[]>([
    [{ kind: 'refused' }],
    [{ kind: 'no_record', finding: 'COUNTERFEIT_MARK' }],
    [{ kind: 'refused' }, { kind: 'refused' }],
    [{ kind: 'refused' }, { kind: 'no_record', finding: 'DUPLICATE_SERIALS' }],
  ])('is no trace where no answer told anything, however many there were: %j', (...answers) => {
    expect(denied(standing('responded', ...answers))).toEqual(
      ALL.filter((outcome) => !isWithoutTrace(outcome) || (OF_OWN_RECORDS as readonly Outcome[]).includes(outcome)),
    );
  });

  it.each(['full', 'partial', 'restricted'] as const)(
    'may be any trace after an answer %s, the latest or an earlier one',
    (kind) => {
      for (const answers of [[{ kind }], [{ kind }, { kind: 'refused' as const }]])
        expect(denied(standing('clarification_requested', ...answers))).toEqual(OF_OWN_RECORDS);
    },
  );

  it.each(OF_OWN_RECORDS)('is %s only where the State asked said so, by whichever answer', (finding) => {
    const said = { kind: 'no_record', finding } as const;
    for (const answers of [[said], [said, { kind: 'full' as const }]])
      expect(denied(standing('responded', ...answers))).not.toContain(finding);
    for (const other of OF_OWN_RECORDS.filter((one) => one !== finding))
      expect(outcomeDenial(standing('responded', said), other)).toMatchObject({ code: 'OUTCOME_WITHOUT_ANSWER' });
  });
});

describe('a request closed without a trace', () => {
  it('says nothing of the other State that it did not do: silence is no refusal, and an answer no silence', () => {
    const closings: [Standing, Obstacle | null][] = [
      [standing('submitted'), 'no_answer'],
      [standing('acknowledged'), 'no_answer'],
      [standing('delayed'), 'no_answer'],
      [standing('misrouted'), 'wrong_state'],
      [standing('responded', { kind: 'refused' }), 'refused'],
      [standing('responded', { kind: 'no_record', finding: 'NOT_MANUFACTURED_HERE' }), 'wrong_state'],
      [standing('responded', { kind: 'no_record', finding: 'NO_RECORD_FOUND' }), 'no_record_kept'],
      [standing('responded', { kind: 'no_record', finding: 'COUNTERFEIT_MARK' }), null],
      [standing('clarification_requested', { kind: 'refused' }), 'refused'],
      [standing('acknowledged', { kind: 'refused' }), 'refused'],
      [standing('clarification_requested', { kind: 'full' }), null],
      [standing('delayed', { kind: 'partial' }), null],
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
    const evident: [Standing, Obstacle][] = [
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

describe('the standing of a request', () => {
  it('is all that was answered, the latest last', () => {
    const [first, latest] = [answer({ kind: 'refused' }), answer({ kind: 'partial' })];
    expect(standingOf({ status: 'responded', latestResponse: latest }, [first]).answers).toEqual([first, latest]);
    expect(standingOf({ status: 'submitted', latestResponse: null }).answers).toEqual([]);
    expect(
      obstacleOf(standing('responded', { kind: 'no_record', finding: 'NOT_IMPORTED_HERE' }, { kind: 'refused' }), 'NOT_TRACED'),
    ).toBe('refused');
    // Whichever answer said it may be named.
    expect(obstacleDenial(standing('responded', { kind: 'refused' }, { kind: 'full' }), 'NOT_TRACED', 'refused')).toBeNull();
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
