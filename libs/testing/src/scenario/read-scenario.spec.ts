import { describe, expect, it } from '@jest/globals';
import { readScenario } from './read-scenario.js';
import { ScenarioFileError } from './scenario.js';

const HEAD = 'scenario: X1\ntitle: A story\nsteps:\n';
const DRAFT = '  - { who: QR officer, does: draft, request: pistol, with: {} }\n';

describe('a scenario file', () => {
  it.each([
    ['an unknown step', `${HEAD}${DRAFT}  - { who: QR officer, does: aprove, request: pistol }`, 5, 'unknown step "aprove"'],
    ['an unknown field of the file', `${HEAD}${DRAFT}speed: 3`, 5, 'unknown field "speed" in a scenario'],
    [
      'an unknown field of a step',
      `${HEAD}  - who: QR officer\n    does: draft\n    wiht: {}`,
      6,
      'unknown field "wiht" in a step',
    ],
    [
      'an unknown field under then',
      `${HEAD}${DRAFT}  - who: QR officer\n    does: read\n    request: pistol\n    then:\n      state: draft`,
      9,
      'unknown field "state" in `then`',
    ],
    [
      'an unknown clock',
      `${HEAD}  - who: QR officer\n    does: draft\n    request: p\n    with: {}\n    then:\n      deadlines:\n        reply: { state: runs }`,
      10,
      'unknown field "reply"',
    ],
    [
      'a request that no step drafts',
      `${HEAD}${DRAFT}  - { who: QM officer, does: acknowledge, request: rifle }`,
      5,
      'no earlier step drafts a request "rifle"',
    ],
    [
      'a disclosure that no step opens',
      `${HEAD}${DRAFT}  - { who: QM officer, does: read question, request: pistol, disclosure: mine }`,
      5,
      'no earlier step opens',
    ],
    ['nobody who acts', `${HEAD}  - { does: draft, request: pistol, with: {} }`, 4, 'a step needs `who`'],
    [
      'a person without State',
      `${HEAD}  - { who: officer, does: draft, request: pistol, with: {} }`,
      4,
      '"officer" is not a person',
    ],
    ['time that runs back', `${HEAD}  - { does: wait, when: -P1D }`, 4, 'is not a duration'],
    ['a time that no clock shows', `${HEAD}  - { does: wait, when: '24:00Z' }`, 4, 'is not a duration'],
    ['a wait without an end', `${HEAD}  - { does: wait }`, 4, '"wait" needs `when`'],
    [
      'a field that the step has no use for',
      `${HEAD}${DRAFT}  - { who: QR officer, does: read, request: pistol, with: {} }`,
      5,
      '"read" takes no `with`',
    ],
    [
      'a denial without code',
      `${HEAD}${DRAFT}  - { who: QR officer, does: submit, request: pistol, denied: no }`,
      5,
      '`denied` is the code',
    ],
    [
      'a flag that is text',
      `${HEAD}${DRAFT}  - { who: QR officer, does: read, request: pistol, then: { overdue: never } }`,
      5,
      '`then.overdue` is true or false',
    ],
    ['no steps', 'scenario: X1\ntitle: A story\nsteps: []', 3, 'at least one step'],
    ['no scenario', '- 1', 1, 'a scenario is an object'],
    ['broken YAML', 'scenario: X1\ntitle: [', 2, ''],
    ['the same field twice', 'scenario: X1\nscenario: X2\ntitle: A story\nsteps: []', 2, 'unique'],
  ])('is refused for %s, with its line', (_, text, line, says) => {
    const faults = faultsOf(text);
    expect(faults[0]?.line).toBe(line);
    expect(faults.map((fault) => fault.says).join('\n')).toContain(says);
  });

  it('is told all its faults at once', () => {
    expect(faultsOf(`${HEAD}  - { does: fly }\n  - { who: QR officer, does: list }\n`)).toHaveLength(2);
  });

  it('is read step by step, each with its line', () => {
    const scenario = readScenario(
      `${HEAD}${DRAFT}  - { who: QM officer, when: P7DT1H, does: read, request: pistol, denied: REQUEST_NOT_FOUND }`,
      'x.yaml',
    );
    expect(scenario).toMatchObject({ id: 'X1', title: 'A story', file: 'x.yaml' });
    expect(scenario.steps[1]).toMatchObject({
      line: 5,
      who: { state: 'QM', name: 'officer' },
      when: 'P7DT1H',
      denied: { code: 'REQUEST_NOT_FOUND', field: null, status: null },
    });
  });

  it('may go on to the next time of a day', () => {
    const text = `${HEAD}  - { does: wait, when: 10:00Z }`;
    expect(readScenario(text, 'x.yaml').steps[0]?.when).toBe('10:00Z');
  });

  it('may repeat what stands before, changed', () => {
    const text = `${HEAD}  - { who: QR officer, does: draft, request: one, with: &one { requestedState: QM, priority: urgent } }
  - { who: QR officer, does: draft, request: two, with: { <<: *one, requestedState: QN } }`;
    expect(readScenario(text, 'x.yaml').steps[1]?.with).toEqual({ requestedState: 'QN', priority: 'urgent' });
  });
});

function faultsOf(text: string): ScenarioFileError['faults'] {
  try {
    readScenario(text, 'x.yaml');
  } catch (error) {
    if (error instanceof ScenarioFileError) return error.faults;
    throw error;
  }
  return [];
}
