import { setTimeout as pause } from 'node:timers/promises';
import { fieldsOf, problemIn, type Answer } from '../desk-client.js';
import { carryOut } from './acts.js';
import { lookAt, type Check } from './expectations.js';
import type { ExpectedDenial, Person, Scenario, Step } from './scenario.js';
import { StoryStage, StoryStopped, type Target } from './stage.js';

/** How long an effect that comes by the queue (a missed deadline, a notice) may take before the step fails. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 150;

export interface PlayedStep {
  readonly step: Step;
  readonly checks: readonly Check[];
  /** Why the story could not go on after this step; null where it went on. */
  readonly stopped: string | null;
}

export interface Played {
  readonly scenario: Scenario;
  readonly steps: readonly PlayedStep[];
  readonly passed: boolean;
}

/**
 * Plays a scenario at a desk, step after step. A failed check is reported and the story goes on;
 * a step that could not be done ends it, because what follows would mean nothing.
 */
export async function playScenario(
  scenario: Scenario,
  target: Target,
  told: (step: PlayedStep) => void = () => undefined,
): Promise<Played> {
  const stage = new StoryStage(target);
  const steps: PlayedStep[] = [];
  let who: Person | null = null;
  for (const step of scenario.steps) {
    who = step.who ?? who;
    const played = await playStep(stage, step, who);
    steps.push(played);
    told(played);
    if (played.stopped !== null) break;
  }
  const passed = steps.length === scenario.steps.length && steps.every(succeeded);
  return { scenario, steps, passed };
}

export function succeeded({ checks, stopped }: PlayedStep): boolean {
  return stopped === null && checks.every(({ passed }) => passed);
}

async function playStep(stage: StoryStage, step: Step, who: Person | null): Promise<PlayedStep> {
  try {
    const answer = await carryOut(stage, step);
    const verdict = answer === null ? null : step.denied ? deniedAs(step.denied, answer) : done(answer);
    const checks = verdict === null ? [] : [verdict];
    if (verdict?.passed === false && !step.denied) return { step, checks, stopped: 'the desk did not do it' };
    return { step, checks: [...checks, ...(await lookPatiently(stage, step, answer, who))], stopped: null };
  } catch (error) {
    if (error instanceof StoryStopped) return { step, checks: [], stopped: error.message };
    if (error instanceof TypeError && error.message === 'fetch failed')
      return { step, checks: [], stopped: 'the desk does not answer' };
    throw error;
  }
}

/** What the desk does at once is looked at once; what comes by a queue is looked for until it is there, or patience ends. */
async function lookPatiently(
  stage: StoryStage,
  step: Step,
  answer: Answer | null,
  who: Person | null,
): Promise<readonly Check[]> {
  const late = ['deadlines', 'timeline', 'notices', 'overdue'].some((subject) => subject in step.then);
  const until = Date.now() + (late ? PATIENCE_MS : 0);
  for (;;) {
    const checks = await lookAt(stage, step, answer, who);
    if (checks.every(({ passed }) => passed) || Date.now() >= until) return checks;
    await pause(LOOK_EVERY_MS);
  }
}

function done(answer: Answer): Check {
  const passed = answer.status >= 200 && answer.status < 300;
  return { says: 'done', told: 'done', passed, expected: 'done', found: passed ? 'done' : problemIn(answer) };
}

function deniedAs(expected: ExpectedDenial, answer: Answer): Check {
  const problem = fieldsOf(answer.body);
  const codes = [problem, ...(Array.isArray(problem['errors']) ? problem['errors'].map(fieldsOf) : [])];
  const passed =
    answer.status >= 400 &&
    (expected.status === null || expected.status === answer.status) &&
    codes.some(({ code }) => code === expected.code) &&
    (expected.field === null || codes.some(({ field, pointer }) => field === expected.field || pointer === expected.field));
  const wanted = [expected.code, expected.field, expected.status].filter((part) => part !== null).join(' ');
  return {
    says: `denied: ${expected.code}`,
    told: `denied: ${expected.code}`,
    passed,
    expected: wanted,
    found: answer.status < 400 ? 'done' : problemIn(answer),
  };
}
