import { describe, expect, it } from '@jest/globals';
import { readScenario } from './read-scenario.js';
import { ending, stepLines } from './report.js';

const scenario = readScenario(
  'scenario: X1\ntitle: A story\nsteps:\n  - { who: QR officer, when: P1D, does: draft, request: pistol, with: {} }\n',
  'x.yaml',
);
const [step] = scenario.steps;
const passed = { says: 'status', told: 'status draft', passed: true, expected: 'draft', found: 'draft' };
const failed = { says: 'stage', told: 'stage none', passed: false, expected: 'none', found: 'submitted' };

describe('the report of a story', () => {
  it('tells who did what when, and what was then true', () => {
    expect(stepLines({ step: step!, checks: [passed], stopped: null }, 1)).toBe(
      ' ✓  1  P1D later, QR officer: draft · pistol\n       ✓ status draft',
    );
  });

  it('tells what was expected and what was found', () => {
    const lines = stepLines({ step: step!, checks: [failed], stopped: null }, 1);
    expect(lines).toContain('✗ stage\n           expected  none\n           found     submitted');
  });

  it('tells why it went no further, with the line', () => {
    expect(stepLines({ step: step!, checks: [], stopped: 'the desk does not answer' }, 1)).toContain(
      'the story stops here: the desk does not answer. (line 4)',
    );
  });

  it('groups what is said of one clock', () => {
    const clock = (told: string): typeof passed => ({ ...passed, told });
    const checks = [clock('response clock: state runs'), clock('response clock: days 30')];
    expect(stepLines({ step: step!, checks, stopped: null }, 1)).toContain('response clock: state runs, days 30');
  });

  it('ends with how it went', () => {
    expect(ending({ scenario, steps: [{ step: step!, checks: [passed], stopped: null }], passed: true })).toContain(
      'X1: passed. 1 steps, 1 checks',
    );
    expect(ending({ scenario, steps: [{ step: step!, checks: [failed], stopped: null }], passed: false })).toContain(
      'FAILED. 1 of 1 steps',
    );
  });
});
