import { fieldsOf, problemIn, type Answer } from '../desk-client.js';
import { BATCH_ACTS } from './batch-acts.js';
import { CHAIN_ACTS } from './chain-acts.js';
import { DIRECTORY_ACTS } from './directory-acts.js';
import { RULE_ACTS } from './rule-acts.js';
import { StoryStopped, type StoryStage } from './stage.js';
import type { Person, Step } from './scenario.js';
import { isMove, MOVES } from './vocabulary.js';

type Act = (stage: StoryStage, who: Person, step: Step) => Promise<Answer>;

/** Carries out what a step does and returns the desk's answer, whatever it is; `null` for `wait`, which asks nothing of the desk. */
export async function carryOut(stage: StoryStage, step: Step): Promise<Answer | null> {
  if (step.when !== null) await stage.advance(step.when);
  if (step.does === 'wait') return null;
  if (!step.who) throw new StoryStopped('nobody is named to do this');
  const act = isMove(step.does) ? move : ACTS[step.does];
  if (!act) throw new StoryStopped(`the player has no act for "${step.does}"`);
  return act(stage, step.who, step);
}

const ACTS: Readonly<Record<string, Act>> = {
  ...RULE_ACTS,
  ...DIRECTORY_ACTS,

  ...CHAIN_ACTS,

  ...BATCH_ACTS,
  draft: async (stage, who, step) => {
    const body = await stage.filled(step.with ?? {});
    const answer = await stage.call(who, '/tracing-requests', { method: 'POST', body, headers: onceHeader(stage, step) });
    if (answer.status === 201) stage.remember(step.request ?? '', answer.body);
    return answer;
  },

  // `after` names the request that was misrouted; what else is said goes to the desk.
  redraft: async (stage, who, step) => {
    const { after, ...body } = fieldsOf(await stage.filled(step.with ?? {}));
    const path = `/tracing-requests/${stage.idOf(String(after))}/redraft`;
    const answer = await stage.call(who, path, { method: 'POST', body, headers: onceHeader(stage, step) });
    if (answer.status === 201) stage.remember(step.request ?? '', answer.body);
    return answer;
  },

  amend: async (stage, who, step) => {
    const headers = await versionHeader(stage, who, step);
    return stage.call(who, pathOf(stage, step), { method: 'PATCH', body: await stage.filled(step.with ?? {}), headers });
  },

  'check traceability': async (stage, who, step) => {
    const body = { requestId: stage.idOf(step.request ?? ''), ...((await stage.filled(step.with ?? {})) as object) };
    const headers = step.disclosure ? { disclosure: stage.disclosureNamed(step.disclosure) } : {};
    return stage.call(who, '/traceability-checks', { method: 'POST', body, headers });
  },

  'read routing': async (stage, who, step) =>
    stage.call(who, '/routing-advice', { method: 'POST', body: await stage.filled(step.with ?? {}) }),

  search: async (stage, who, step) =>
    stage.call(who, '/tracing-requests/search', { method: 'POST', body: await stage.filled(step.with ?? {}) }),

  read: (stage, who, step) => stage.call(who, pathOf(stage, step)),

  'read timeline': (stage, who, step) => stage.call(who, `${pathOf(stage, step)}/timeline`),

  list: (stage, who, step) => stage.list(who, { limit: 100, ...step.with }),

  'open disclosure': async (stage, who, step) => {
    const answer = await openDisclosure(stage, who, step);
    if (answer.status === 201 && step.disclosure) stage.rememberDisclosure(step.disclosure, String(fieldsOf(answer.body)['id']));
    return answer;
  },

  'read kept check': (stage, who, step) => readProtected(stage, who, step, 'traceability-check'),

  'read question': (stage, who, step) => readProtected(stage, who, step, 'question'),

  'read response': (stage, who, step) => readProtected(stage, who, step, 'response'),
};

async function move(stage: StoryStage, who: Person, step: Step): Promise<Answer> {
  const route = isMove(step.does) ? MOVES[step.does] : step.does;
  const body = await stage.filled(step.with ?? {});
  const headers = { ...onceHeader(stage, step), ...(await versionHeader(stage, who, step)) };
  return stage.call(who, `${pathOf(stage, step)}/${route}`, { method: 'POST', body, headers });
}

/** Protected content with a disclosure opened before, with one opened for this read (`with: {purpose}`), or with none. */
async function readProtected(
  stage: StoryStage,
  who: Person,
  step: Step,
  what: 'question' | 'response' | 'traceability-check',
): Promise<Answer> {
  const path = `${pathOf(stage, step)}/${what}`;
  if (step.disclosure) return stage.call(who, path, { headers: { disclosure: stage.disclosureNamed(step.disclosure) } });
  if (!step.with) return stage.call(who, path);
  const opened = await openDisclosure(stage, who, step);
  if (opened.status !== 201) return opened;
  return stage.call(who, path, { headers: { disclosure: String(fieldsOf(opened.body)['id']) } });
}

async function openDisclosure(stage: StoryStage, who: Person, step: Step): Promise<Answer> {
  const subject = { kind: 'tracing_request', id: stage.idOf(step.request ?? '') };
  const words = (await stage.filled(step.with ?? {})) as Record<string, unknown>;
  return stage.call(who, '/disclosures', { method: 'POST', body: { subject, ...words } });
}

function pathOf(stage: StoryStage, step: Step): string {
  return `/tracing-requests/${stage.idOf(step.request ?? '')}`;
}

function onceHeader(stage: StoryStage, step: Step): Record<string, string> {
  return { 'idempotency-key': stage.keyFor(step.once) };
}

/** The version the person believes to act on: the one told, or the one that the desk shows them now. */
async function versionHeader(stage: StoryStage, who: Person, step: Step): Promise<Record<string, string>> {
  if (step.version === 'absent') return {};
  if (step.version !== null) return { 'if-match': `"${step.version}"` };
  const seen = await stage.view(who, step.request ?? '');
  // Who cannot see the request has no version to name: the desk's answer to the move is what the story asks about.
  if (seen.status !== 200) return { 'if-match': '"1"' };
  const tag = seen.headers.get('etag');
  if (tag === null) throw new StoryStopped(`the desk shows no version of "${step.request ?? ''}" (${problemIn(seen)})`);
  return { 'if-match': tag };
}
