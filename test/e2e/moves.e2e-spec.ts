import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DeskProcess, fieldsOf, itemsOf, type Answer } from '@tracedesk/testing';
import { A_FULL_RESPONSE, aDraft, anAcknowledgement, codeOf, etagOf, move, People } from './house.js';

describe('moving a request over HTTP', () => {
  let desk: DeskProcess;
  let people: People;
  beforeAll(async () => {
    desk = await DeskProcess.start();
    people = new People(desk);
  }, 120_000);
  afterAll(() => desk.stop(), 60_000);

  describe('when two act at once', () => {
    it('lets one win, and tells the other that it acted on an older version', async () => {
      const { id } = await people.acknowledged();
      const [officer, contact] = [await people.as('QM officer'), await people.as('QM contact')];
      const ifMatch = await etagOf(officer, id);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, at) => move(at % 2 ? officer : contact, id, 'respond', A_FULL_RESPONSE, { ifMatch })),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === 412 && codeOf(answer) === 'VERSION_CONFLICT')).toHaveLength(7);
      expect(await doneActions(id)).toEqual(expect.arrayContaining(['tracing_request.responded']));
      expect((await doneActions(id)).filter((action) => action === 'tracing_request.responded')).toHaveLength(1);
    });

    it('lets either the withdrawal or the acknowledgement win, never both', async () => {
      const { id } = await people.submitted();
      const [asking, asked] = [await people.as('QR officer'), await people.as('QM officer')];
      const ifMatch = await etagOf(asking, id);
      const answers = await Promise.all([
        move(asking, id, 'withdraw', { reason: 'Found by other means.' }, { ifMatch }),
        move(asked, id, 'acknowledge', anAcknowledgement(), { ifMatch }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    });
  });

  describe('when an answer was lost and the call is made again', () => {
    it('answers the same and does it once', async () => {
      const { id } = await people.submitted();
      const asked = await people.as('QM officer');
      const [key, ifMatch] = [randomUUID(), await etagOf(asked, id)];
      const body = anAcknowledgement();
      const first = await move(asked, id, 'acknowledge', body, { key, ifMatch });
      const again = await move(asked, id, 'acknowledge', body, { key, ifMatch });
      expect([first.status, again.status]).toEqual([200, 200]);
      expect(fieldsOf(again.body)).toMatchObject({ id, status: 'acknowledged', version: fieldsOf(first.body)['version'] });
      expect((await doneActions(id)).filter((action) => action === 'tracing_request.acknowledged')).toHaveLength(1);
    });

    it('does it once even if both calls arrive together', async () => {
      const officer = await people.as('QR officer');
      const call = { method: 'POST', body: aDraft(), headers: { 'idempotency-key': randomUUID() } } as const;
      const answers = await Promise.all(Array.from({ length: 6 }, () => officer.call('/tracing-requests', call)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(answers.map(({ body }) => fieldsOf(body)['id'])).size).toBe(1);
    });

    it('refuses the same key for another content', async () => {
      const officer = await people.as('QR officer');
      const headers = { 'idempotency-key': randomUUID() };
      await officer.call('/tracing-requests', { method: 'POST', body: aDraft(), headers });
      const other = await officer.call('/tracing-requests', { method: 'POST', body: aDraft({ priority: 'urgent' }), headers });
      expect([other.status, codeOf(other)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    });

    it('knows a key of one person only', async () => {
      const headers = { 'idempotency-key': randomUUID() };
      const call = { method: 'POST', body: aDraft(), headers } as const;
      const one = await (await people.as('QR officer')).call('/tracing-requests', call);
      const other = await (await people.as('QR contact')).call('/tracing-requests', call);
      expect(fieldsOf(one.body)['id']).not.toBe(fieldsOf(other.body)['id']);
    });

    it('wants a key at all', async () => {
      const { id } = await people.submitted();
      const answer = await move(await people.as('QM officer'), id, 'acknowledge', anAcknowledgement(), { key: null });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
    });
  });

  describe('on a version', () => {
    it('is not done without naming one', async () => {
      const { id } = await people.submitted();
      const answer = await move(await people.as('QM officer'), id, 'acknowledge', anAcknowledgement(), { ifMatch: null });
      expect([answer.status, codeOf(answer)]).toEqual([428, 'IF_MATCH_REQUIRED']);
    });

    it('is not done on an older one', async () => {
      const { id, version } = await people.submitted();
      const asked = await people.as('QM officer');
      const answer = await move(asked, id, 'acknowledge', anAcknowledgement(), { ifMatch: `"${version - 1}"` });
      expect([answer.status, codeOf(answer)]).toEqual([412, 'VERSION_CONFLICT']);
    });

    it.each(['*', 'W/"3"', '3', '"three"', '"3", "4"'])('is not done on %s', async (ifMatch) => {
      const { id } = await people.submitted();
      const answer = await move(await people.as('QM officer'), id, 'acknowledge', anAcknowledgement(), { ifMatch });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(await doneActions(id)).not.toContain('tracing_request.acknowledged');
    });

    it('is shown as ETag after the move', async () => {
      const { id } = await people.submitted();
      const answer = await move(await people.as('QM officer'), id, 'acknowledge', anAcknowledgement());
      expect(answer.headers.get('etag')).toBe(`"${String(fieldsOf(answer.body)['version'])}"`);
    });
  });

  describe('a denied move', () => {
    it('changes nothing, and is in the log of the State that tried', async () => {
      const { id, version } = await people.acknowledged();
      const asked = await people.as('QM officer');
      const answer = await move(asked, id, 'respond', { kind: 'refused', ground: '22_INVESTIGATION' });
      expect([answer.status, codeOf(answer)]).toEqual([422, 'REASONS_REQUIRED']);
      const after = await asked.call(`/tracing-requests/${id}`);
      expect(fieldsOf(after.body)).toMatchObject({ status: 'acknowledged', version });
      const timeline = await asked.call(`/tracing-requests/${id}/timeline`);
      expect(itemsOf(timeline).filter(({ outcome }) => outcome === 'denied').length).toBeGreaterThanOrEqual(1);
    });
  });

  async function doneActions(id: string): Promise<unknown[]> {
    const answer: Answer = await (await people.as('QM officer')).call(`/tracing-requests/${id}/timeline`);
    return itemsOf(answer)
      .filter(({ outcome }) => outcome !== 'denied')
      .map(({ action }) => action);
  }
});
