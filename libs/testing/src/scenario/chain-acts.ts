import { randomUUID } from 'node:crypto';
import { fieldsOf, type Answer, type Call } from '../desk-client.js';
import type { Person, Step } from './scenario.js';
import type { StoryStage } from './stage.js';

type Act = (stage: StoryStage, who: Person, step: Step) => Promise<Answer>;

/** What a story does with consents, cases and follow-ups. What such a step makes is remembered under `request`, like a request. */
export const CHAIN_ACTS: Readonly<Record<string, Act>> = {
  'ask for consent': (stage, who, step) => make(stage, who, step, '/consents'),
  'grant consent': (stage, who, step) => act(stage, who, step, '/consents', 'grant'),
  'refuse consent': (stage, who, step) => act(stage, who, step, '/consents', 'refuse'),
  'withdraw consent': (stage, who, step) => act(stage, who, step, '/consents', 'withdraw'),
  'use consent': (stage, who, step) => act(stage, who, step, '/consents', 'use'),
  'read consent': (stage, who, step) => stage.call(who, `/consents/${idIn(stage, step)}`),

  'follow up': async (stage, who, step) => {
    const { after, ...body } = fieldsOf(await stage.filled(step.with ?? {}));
    const disclosure = await disclosed(stage, who, 'tracing_request', String(after));
    const answer = await post(stage, who, `/tracing-requests/${String(after)}/follow-up`, body, disclosure);
    if (answer.status === 201) stage.remember(step.request ?? '', fieldsOf(answer.body)['request']);
    return answer;
  },
  'renew follow-up': (stage, who, step) => act(stage, who, step, '/tracing-requests', 'follow-up/renew'),
  'read follow-up': (stage, who, step) => stage.call(who, `/tracing-requests/${idIn(stage, step)}/follow-up`),

  'open case': (stage, who, step) => make(stage, who, step, '/cases'),
  'conclude case': (stage, who, step) => act(stage, who, step, '/cases', 'conclude'),
  'read case': (stage, who, step) => stage.call(who, `/cases/${idIn(stage, step)}`),
  'read chain': async (stage, who, step) => {
    const headers = await disclosed(stage, who, 'weapon_case', idIn(stage, step));
    return stage.call(who, `/cases/${idIn(stage, step)}/chain`, { headers });
  },
  'read tally': async (stage, who, step) => {
    const period = (await stage.filled(step.with ?? {})) as Readonly<Record<string, string>>;
    const answer = await stage.call(who, `/cases/tally?${new URLSearchParams(period).toString()}`);
    if (answer.status === 200) stage.rememberTally(who.state, fieldsOf(answer.body));
    return answer;
  },
};

async function make(stage: StoryStage, who: Person, step: Step, path: string): Promise<Answer> {
  const answer = await post(stage, who, path, await stage.filled(step.with ?? {}));
  if (answer.status === 201) stage.remember(step.request ?? '', answer.body);
  return answer;
}

/** On the thing as the person sees it now; who sees none names a version that is not asked for. */
async function act(stage: StoryStage, who: Person, step: Step, path: string, verb: string): Promise<Answer> {
  const thing = `${path}/${idIn(stage, step)}`;
  const tag = (await stage.call(who, thing)).headers.get('etag') ?? '"1"';
  return post(stage, who, `${thing}/${verb}`, await stage.filled(step.with ?? {}), { 'if-match': tag });
}

function post(
  stage: StoryStage,
  who: Person,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const call: Call = { method: 'POST', body, headers: { 'idempotency-key': randomUUID(), ...headers } };
  return stage.call(who, path, call);
}

/** A disclosure for this read; none where it is denied, so that the desk's answer to the read is what the story sees. */
export async function disclosed(stage: StoryStage, who: Person, kind: string, id: string): Promise<Record<string, string>> {
  const body = { subject: { kind, id }, purpose: 'other', justification: 'To follow the trace of this arm.' };
  const opened = await stage.call(who, '/disclosures', { method: 'POST', body });
  return opened.status === 201 ? { disclosure: String(fieldsOf(opened.body)['id']) } : {};
}

function idIn(stage: StoryStage, { request }: Step): string {
  return stage.idOf(request ?? '');
}
