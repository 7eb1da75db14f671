import { fieldsOf, type Answer } from '../desk-client.js';
import type { Person, Step } from './scenario.js';
import type { StoryStage } from './stage.js';

type Act = (stage: StoryStage, who: Person, step: Step) => Promise<Answer>;

/** What administrators and auditors do about the rules that dates are counted by. */
export const RULE_ACTS: Readonly<Record<string, Act>> = {
  'propose profile': async (stage, who, step) =>
    stage.call(who, '/deadline-profiles', { method: 'POST', body: await stage.filled(step.with ?? {}) }),
  'read profile': (stage, who, step) => stage.call(who, `/deadline-profiles/${String(step.with?.['profile'])}`),
  'agree to profile': (stage, who, step) => answerProfile(stage, who, step, 'agree'),
  'decline profile': (stage, who, step) => answerProfile(stage, who, step, 'decline'),
  'end profile': (stage, who, step) => answerProfile(stage, who, step, 'end'),
  'preview calendar': (stage, who, step) => sendCalendar(stage, who, step, '/calendars/preview'),
  'correct calendar': (stage, who, step) => sendCalendar(stage, who, step, '/calendars'),
  'read figures': async (stage, who, step) => {
    const period = (await stage.filled(step.with ?? {})) as Readonly<Record<string, string>>;
    return stage.call(who, `/reports/compliance?${new URLSearchParams(period).toString()}`);
  },
  'explain deadline': (stage, who, step) =>
    stage.call(who, `/tracing-requests/${stage.idOf(step.request ?? '')}/deadlines/${String(step.with?.['clock'])}/explanation`),
};

/** The version told, or the one that the desk shows now. */
async function answerProfile(stage: StoryStage, who: Person, step: Step, act: string): Promise<Answer> {
  const path = `/deadline-profiles/${String(step.with?.['profile'])}`;
  const tag = (await stage.call(who, path)).headers.get('etag') ?? '"1"';
  return stage.call(who, `${path}/${act}`, { method: 'POST', body: {}, headers: { 'if-match': tag } });
}

/** The next version of the person's State, after the one that the desk shows now. */
async function sendCalendar(stage: StoryStage, who: Person, step: Step, path: string): Promise<Answer> {
  const { version } = fieldsOf((await stage.call(who, `/calendars/${who.state}`)).body);
  const body = { replaces: version, ...((await stage.filled(step.with ?? {})) as object) };
  return stage.call(who, path, { method: 'POST', body });
}
