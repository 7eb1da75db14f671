import { fieldsOf, type Answer } from '../desk-client.js';
import { disclosed } from './chain-acts.js';
import { firearmsOf } from './firearm-list.js';
import type { Person, Step } from './scenario.js';
import type { StoryStage } from './stage.js';

type Act = (stage: StoryStage, who: Person, step: Step) => Promise<Answer>;

/** What a story does with requests about several firearms. A batch is remembered under `request`, its requests as `name.1`, `name.2`, … */
export const BATCH_ACTS: Readonly<Record<string, Act>> = {
  'draft batch': async (stage, who, step) => {
    const { firearms, ...common } = fieldsOf(await stage.filled(step.with ?? {}));
    const body = { ...common, firearms: firearmsOf(firearms) };
    const headers = { 'idempotency-key': stage.keyFor(step.once) };
    const answer = await stage.call(who, '/request-batches', { method: 'POST', body, headers });
    if (answer.status === 201) rememberAll(stage, step.request ?? '', answer);
    return answer;
  },

  'read batch': (stage, who, step) => stage.call(who, pathOf(stage, step)),

  'read batch firearms': async (stage, who, step) => {
    const headers = await disclosed(stage, who, 'request_batch', stage.idOf(step.request ?? ''));
    return stage.call(who, `${pathOf(stage, step)}/firearms`, { headers });
  },

  'check batch': async (stage, who, step) => {
    const { group, ...words } = fieldsOf(await stage.filled(step.with ?? {}));
    const body = { ...words, ...(await rowsOfGroup(stage, who, step, group)) };
    return stage.call(who, `${pathOf(stage, step)}/check`, { method: 'POST', body });
  },

  'submit batch': async (stage, who, step) => {
    const { group, ...words } = fieldsOf(await stage.filled(step.with ?? {}));
    const body = { ...words, ...(await rowsOfGroup(stage, who, step, group)) };
    const headers = { 'idempotency-key': stage.keyFor(step.once) };
    return stage.call(who, `${pathOf(stage, step)}/submit`, { method: 'POST', body, headers });
  },
};

function rememberAll(stage: StoryStage, name: string, { body }: Answer): void {
  stage.remember(name, body);
  for (const { requestId, reference, place } of rowsIn(body))
    stage.remember(`${name}.${Number(place) + 1}`, { id: requestId, reference });
}

/** The requests of one group at the versions that the desk shows now; all requests where no group is named. */
async function rowsOfGroup(stage: StoryStage, who: Person, step: Step, group: unknown): Promise<object> {
  if (group === undefined) return {};
  const { body } = await stage.call(who, pathOf(stage, step));
  return { requests: rowsIn(body, group).map(({ requestId, version }) => ({ requestId, version })) };
}

function rowsIn(body: unknown, group?: unknown): readonly Readonly<Record<string, unknown>>[] {
  const groups = fieldsOf(body)['groups'];
  return (Array.isArray(groups) ? groups : [])
    .map(fieldsOf)
    .filter(({ number }) => group === undefined || number === group)
    .flatMap(({ requests }) => (Array.isArray(requests) ? requests : []).map(fieldsOf));
}

function pathOf(stage: StoryStage, step: Step): string {
  return `/request-batches/${stage.idOf(step.request ?? '')}`;
}
