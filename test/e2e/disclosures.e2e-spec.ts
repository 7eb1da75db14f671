import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskProcess, fieldsOf, itemsOf, type Answer, type DeskClient } from '@tracedesk/testing';
import { Witness } from '../bench/statements.js';
import { codeOf, done, People, PROTECTED_WORDS, type Known } from './house.js';

describe('protected content over HTTP', () => {
  let desk: DeskProcess;
  let people: People;
  let request: Known;
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-disclosures-'));
  const witness = new Witness(folder);
  beforeAll(async () => {
    desk = await DeskProcess.start({ env: witness.env });
    people = new People(desk);
    request = await people.responded();
  }, 120_000);
  afterAll(async () => {
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it.each(['question', 'response'])('is not shown without a disclosure: %s', async (part) => {
    for (const person of ['QR officer', 'QM officer', 'QR supervisor']) {
      const answer = await (await people.as(person)).call(`/tracing-requests/${request.id}/${part}`);
      expect([person, answer.status, codeOf(answer)]).toEqual([person, 403, 'DISCLOSURE_REQUIRED']);
    }
  });

  it('is shown to the person who opened it, and that is an entry of the log', async () => {
    const officer = await people.as('QR officer');
    const { id } = await opened(officer);
    const answer = await read(officer, 'question', id);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(PROTECTED_WORDS.serial);
    expect((await read(officer, 'response', id)).text).toContain(PROTECTED_WORDS.item);
    const timeline = await officer.call(`/tracing-requests/${request.id}/timeline`);
    expect(itemsOf(timeline).some(({ action }) => String(action).startsWith('disclosure.'))).toBe(true);
    expect(timeline.text).not.toContain(PROTECTED_WORDS.serial);
  });

  it('is not shown with the disclosure of another person', async () => {
    const { id } = await opened(await people.as('QR officer'));
    for (const person of ['QR contact', 'QR supervisor', 'QM officer', 'QS officer']) {
      const answer = await read(await people.as(person), 'question', id);
      expect([person, answer.status >= 403 && answer.status <= 404]).toEqual([person, true]);
      expect(answer.text).not.toContain(PROTECTED_WORDS.serial);
    }
  });

  it('is not shown with the disclosure of another request', async () => {
    const other = await people.submitted();
    const officer = await people.as('QR officer');
    const { id } = await opened(officer, {}, other.id);
    const answer = await read(officer, 'question', id);
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain(PROTECTED_WORDS.serial);
  });

  it.each(['no-such-id', '0199a7a0-ffff-7000-8000-00000000dead', ''])('is not shown with "%s"', async (id) => {
    const answer = await read(await people.as('QR officer'), 'question', id);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain(PROTECTED_WORDS.serial);
  });

  it('asks whoever is not assigned for words', async () => {
    const supervisor = await people.as('QM supervisor');
    const without = await open(supervisor, { purpose: 'supervision' });
    expect([without.status, codeOf(without)]).toEqual([422, 'JUSTIFICATION_REQUIRED']);
    const { id } = await opened(supervisor, { purpose: 'supervision', justification: PROTECTED_WORDS.own });
    expect((await read(supervisor, 'question', id)).status).toBe(200);
  });

  it.each(['QR auditor', 'QR administrator', 'QR operator'])('is never shown to %s', async (person) => {
    const answer = await open(await people.as(person), { purpose: 'other', justification: PROTECTED_WORDS.own });
    expect([403, 404, 422]).toContain(answer.status);
  });

  it('is no longer shown when the sitting is over', async () => {
    const officer = await people.as('QR officer');
    const { id } = await opened(officer);
    expect((await read(officer, 'question', id)).status).toBe(200);
    await sittingsBegan31MinutesAgo();
    const answer = await read(officer, 'question', id);
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain(PROTECTED_WORDS.serial);
  });

  /** A sitting is timed by the wall clock, which nobody can move: the row is made older instead, by the database's superuser. */
  async function sittingsBegan31MinutesAgo(): Promise<void> {
    await witness.asSuperuser((database) =>
      database.query(
        `update desk.disclosures set opened_at = opened_at - interval '31 minutes', expires_at = expires_at - interval '31 minutes'`,
      ),
    );
  }

  function open(client: DeskClient, words: object = { purpose: 'assigned_task' }, id = request.id): Promise<Answer> {
    return client.call('/disclosures', { method: 'POST', body: { subject: { kind: 'tracing_request', id }, ...words } });
  }

  async function opened(client: DeskClient, words: object = {}, requestId?: string): Promise<{ id: string }> {
    const answer = done(await open(client, { purpose: 'assigned_task', ...words }, requestId));
    return { id: String(fieldsOf(answer.body)['id']) };
  }

  function read(client: DeskClient, part: 'question' | 'response', disclosure: string): Promise<Answer> {
    return client.call(`/tracing-requests/${request.id}/${part}`, { headers: { disclosure } });
  }
});
