import { randomUUID } from 'node:crypto';
import { fieldsOf, itemsOf, type Answer } from '../desk-client.js';
import { StoryStopped, type StoryStage } from './stage.js';
import type { Person, Step } from './scenario.js';

type Act = (stage: StoryStage, who: Person, step: Step) => Promise<Answer>;

/** What a story does with contact points. An office is named by its name; `state` says whose, where it is not the person's own. */
export const DIRECTORY_ACTS: Readonly<Record<string, Act>> = {
  'add contact point': async (stage, who, step) => {
    const headers = { 'idempotency-key': randomUUID() };
    return stage.call(who, '/contact-points', { method: 'POST', body: await stage.filled(step.with ?? {}), headers });
  },
  'end contact point': (stage, who, step) => changeOffice(stage, who, step, 'end'),
  'confirm contact point': (stage, who, step) => changeOffice(stage, who, step, 'confirm'),
  'read contact points': async (stage, who, step) => {
    const asked = (await stage.filled(step.with ?? {})) as Readonly<Record<string, string>>;
    return stage.call(who, `/contact-points?${new URLSearchParams(asked).toString()}`);
  },
  'read unconfirmed contact points': (stage, who) => stage.call(who, '/contact-points/unconfirmed'),
};

async function changeOffice(stage: StoryStage, who: Person, step: Step, act: 'end' | 'confirm'): Promise<Answer> {
  const { office, state = who.state, ...body } = fieldsOf(await stage.filled(step.with ?? {}));
  const offices = itemsOf(await stage.call(who, `/contact-points?state=${String(state)}&all=true`));
  const found = offices.filter((one) => one['office'] === office).at(-1);
  if (!found) throw new StoryStopped(`${String(state)} has no office "${String(office)}"`);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${String(found['version'])}"` };
  return stage.call(who, `/contact-points/${String(found['id'])}/${act}`, { method: 'POST', body, headers });
}
