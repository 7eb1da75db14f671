import { succeeded, type Played, type PlayedStep } from './play-scenario.js';
import { personText, type Scenario, type Step } from './scenario.js';

/** How the report of a story begins. */
export function heading(scenario: Scenario, origin: string): string {
  const about = scenario.about === null ? [] : scenario.about.split('\n').map((line) => `     ${line.trim()}`);
  return [`${scenario.id}  ${scenario.title}`, ...about, `     played at ${origin}`, ''].join('\n');
}

/** One step: what was done, by whom, and each thing that was then to be true; a failure shows what was expected and what was found. */
export function stepLines(played: PlayedStep, number: number): string {
  const { step, checks, stopped } = played;
  const passed = checks.filter((check) => check.passed);
  const failed = checks.filter((check) => !check.passed);
  return [
    ` ${mark(succeeded(played))} ${String(number).padStart(2)}  ${sentence(step)}`,
    ...(passed.length === 0 ? [] : [`       ✓ ${inGroups(passed.map(({ told }) => told)).join('; ')}`]),
    ...failed.map(
      ({ says, expected, found }) => `       ✗ ${says}\n           expected  ${expected}\n           found     ${found}`,
    ),
    ...(stopped === null ? [] : [`       ✗ the story stops here: ${stopped}. (line ${step.line})`]),
  ].join('\n');
}

/** How it ended, in one line. */
export function ending({ scenario, steps, passed }: Played): string {
  const checks = steps.flatMap((step) => step.checks);
  const failed = steps.filter((step) => !succeeded(step)).length;
  const left = scenario.steps.length - steps.length;
  if (passed) return `\n${scenario.id}: passed. ${steps.length} steps, ${checks.length} checks, all as told.\n`;
  return `\n${scenario.id}: FAILED. ${failed} of ${scenario.steps.length} steps not as told${left > 0 ? `, ${left} not played` : ''}. (${scenario.file})\n`;
}

function sentence(step: Step): string {
  const later = step.when === null ? '' : step.when.startsWith('P') ? `${step.when} later, ` : `next at ${step.when}, `;
  const who = step.who === null ? '' : `${personText(step.who)}: `;
  const what = [step.does, step.request].filter((part) => part !== null).join(' · ');
  return step.say === null ? `${later}${who}${what}` : `${later}${step.say}  [${who}${what}]`;
}

/** `response clock: state runs` and `response clock: days 30` are told as one. */
function inGroups(facts: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const fact of facts) {
    const [subject = fact, ...rest] = fact.split(': ');
    groups.set(subject, [...(groups.get(subject) ?? []), ...(rest.length > 0 ? [rest.join(': ')] : [])]);
  }
  return [...groups].map(([subject, said]) => (said.length > 0 ? `${subject}: ${said.join(', ')}` : subject));
}

function mark(passed: boolean): string {
  return passed ? '✓' : '✗';
}
