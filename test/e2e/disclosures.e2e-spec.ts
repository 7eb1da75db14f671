import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskProcess, fieldsOf, itemsOf, type Answer, type DeskClient } from '@tracedesk/testing';
import { Witness } from '../bench/statements.js';
import { aDraft, codeOf, done, move, People, PROTECTED_WORDS, type Known } from './house.js';

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

  describe('the reasons for which warnings were overridden', () => {
    const because = 'The frame went overboard, says the boatswain Casimir Uhlenbrock.';
    let overridden: string;
    beforeAll(async () => {
      const { question, ...rest } = aDraft() as { question: { firearm: object } };
      const firearm = { ...question.firearm, serialNumberPlace: 'slide_or_bolt' };
      const draft = await people.drafted({ ...rest, question: { ...question, firearm } });
      const overrides = [{ rule: 'SERIAL_NUMBER_NOT_FROM_FRAME', because }];
      const officer = await people.as('QR officer');
      done(await officer.call('/traceability-checks', { method: 'POST', body: { requestId: draft.id, overrides } }));
      done(await move(await people.as('QR contact'), draft.id, 'submit', {}));
      overridden = draft.id;
    });

    it.each([
      ['QM officer', 404],
      ['QM supervisor', 404],
      ['QM auditor', 404],
      ['QS officer', 404],
      ['QS auditor', 404],
      ['QR administrator', 403],
      ['QR operator', 403],
    ])('are no matter of %s', async (person, status) => {
      const client = await people.as(person);
      const answer = await client.call(`/tracing-requests/${overridden}/traceability-check`);
      expect([answer.status, answer.text.includes('OVERRID'), answer.text.includes('Uhlenbrock')]).toEqual([
        status,
        false,
        false,
      ]);
    });

    it('stay out of sight of the State asked, also with a disclosure of the question', async () => {
      const client = await people.as('QM officer');
      const disclosure = (await opened(client, {}, overridden)).id;
      const answer = await client.call(`/tracing-requests/${overridden}/traceability-check`, { headers: { disclosure } });
      expect([answer.status, codeOf(answer)]).toEqual([404, 'TRACEABILITY_CHECK_NOT_FOUND']);
      expect((await client.call(`/tracing-requests/${overridden}/question`, { headers: { disclosure } })).text).not.toContain(
        'Uhlenbrock',
      );
    });

    it('leave the auditor of the own State rule, person and time, and no disclosure opens the words', async () => {
      const auditor = await people.as('QR auditor');
      const plain = await auditor.call(`/tracing-requests/${overridden}/traceability-check`);
      const [finding] = fieldsOf(plain.body)['findings'] as Record<string, unknown>[];
      expect(finding).toMatchObject({
        rule: 'SERIAL_NUMBER_NOT_FROM_FRAME',
        answered: 'override',
        overriddenBy: { role: 'tracing_officer' },
        because: null,
      });
      expect(finding?.['overriddenAt']).toMatch(/^\d{4}-/);
      const disclosure = (await opened(await people.as('QR officer'), {}, overridden)).id;
      const borrowed = await auditor.call(`/tracing-requests/${overridden}/traceability-check`, { headers: { disclosure } });
      expect([borrowed.status, codeOf(borrowed)]).toEqual([403, 'DISCLOSURE_REQUIRED']);
      expect(plain.text + borrowed.text).not.toContain('Uhlenbrock');
    });

    it('are read by whoever opened the question for a purpose', async () => {
      const officer = await people.as('QR officer');
      const without = await officer.call(`/tracing-requests/${overridden}/traceability-check`);
      expect(without.text).not.toContain('Uhlenbrock');
      const disclosure = (await opened(officer, {}, overridden)).id;
      const read = await officer.call(`/tracing-requests/${overridden}/traceability-check`, { headers: { disclosure } });
      expect(fieldsOf(read.body)['findings']).toEqual([
        expect.objectContaining({ because }),
        ...Array.from({ length: (fieldsOf(read.body)['findings'] as unknown[]).length - 1 }, () => expect.anything()),
      ]);
    });
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
