import { describe, expect, it } from '@jest/globals';
import { EventCatalogue } from '@tracedesk/audit/core';
import { ROLES, stateCode } from '@tracedesk/kernel';
import { CONFIDENTIALITY_EVENTS } from './audit-events.js';
import { CONSENT_LIFECYCLE } from './consent-lifecycle.js';
import { DISCLOSURE_RULES, mayDisclose, permittingRule, type DisclosureFacts } from './may-disclose.js';
import { CONFIDENTIALITY_PERMISSIONS } from './permissions.js';
import { USE_RULES } from './permitted-use.js';

describe('what this room enters in the log', () => {
  it('is of the class of its act, and keeps every word sealed', () => {
    expect(CONFIDENTIALITY_EVENTS.map((event) => [event.action, event.class, event.object, event.restricted])).toEqual([
      ['disclosure.opened', 'disclosure', 'any', undefined],
      ['own_record.consulted', 'consultation', 'any', undefined],
      ['consent.asked', 'alteration', 'tracing_request', ['purpose', 'reasons', 'authority']],
      ['consent.granted', 'alteration', 'tracing_request', ['conditions']],
      ['consent.refused', 'alteration', 'tracing_request', ['reason']],
      ['consent.withdrawn', 'alteration', 'tracing_request', ['reason']],
      ['consent.used', 'disclosure', 'tracing_request', ['purpose']],
    ]);
  });

  it('tells in open facts what was opened and asked for by name, and nothing else', () => {
    const ofDisclosures = ['disclosure', 'purpose', 'rule', 'paragraph', 'covers', 'within', 'expires_at'];
    const ofConsents = ['consent', 'use', 'recipient', 'names', 'ends_on'];
    for (const { object, facts, says } of CONFIDENTIALITY_EVENTS) {
      expect(facts).toEqual(object === 'any' ? ofDisclosures : ofConsents);
      expect(says).toMatch(/^(?:A|The) .+\.$/);
    }
  });

  it('has an event for every act on a consent, of the class that its lifecycle enters', () => {
    const catalogue = new EventCatalogue(CONFIDENTIALITY_EVENTS);
    for (const { event, entry } of Object.values(CONSENT_LIFECYCLE))
      expect(catalogue.objectionTo({ action: event, class: entry, object: { kind: 'tracing_request', id: '1' } })).toBeNull();
  });
});

describe('who may ask for a disclosure, and deal with consents', () => {
  const desk = ['tracing_officer', 'contact_point'];
  const readers = [...desk, 'supervisor', 'auditor'];

  it.each(Object.entries(CONFIDENTIALITY_PERMISSIONS))('%s', (action, roles) => {
    const reads = action === 'disclosure.open' || /^consent\.(?:list|read|read_words)$/.test(action);
    expect(ROLES.filter((role) => (roles as readonly string[]).includes(role))).toEqual(reads ? readers : desk);
  });
});

describe('the rules of use and of disclosure', () => {
  it('cite the paragraph of the instrument that each comes from', () => {
    expect(Object.entries(USE_RULES).map(([name, { may, paragraph }]) => [name, may, paragraph])).toEqual([
      ['own', true, '15'],
      ['task', true, '15(a)'],
      ['consented', true, '15'],
      ['unconditional', true, '15'],
      ['consistent_purpose', true, '15(b)'],
      ['not_designated', false, '15(a)'],
      ['outside_purposes', false, '15(b)'],
      ['not_as_evidence', false, '15'],
    ]);
    expect(DISCLOSURE_RULES.map(({ id, paragraph }) => `${id} ${paragraph}`)).toEqual([
      ...['assigned 15(a)', 'answering 15(a)', 'supervising 15(a)', 'stated-need 15(b)'],
    ]);
    for (const { says } of DISCLOSURE_RULES) expect(says).toMatch(/^\w.+\.$/);
  });
});

describe('a disclosure that is denied', () => {
  const subject: DisclosureFacts = {
    kind: 'tracing_request',
    requestingState: stateCode('QR'),
    requestedState: stateCode('QM'),
    status: 'acknowledged',
    assignedToActor: false,
  };
  const officer = { state: stateCode('QM'), role: 'tracing_officer' } as const;

  it('says what would help: words of ten letters, another purpose, or nothing', () => {
    const denialOf = (...[actor, about, purpose, words]: Parameters<typeof mayDisclose>) => {
      const result = mayDisclose(actor, about, purpose, words);
      return result.ok ? null : result.denial;
    };
    expect(denialOf(officer, subject, 'other', ' nine let ')).toEqual({
      ...{ code: 'JUSTIFICATION_REQUIRED', field: 'justification', paragraph: '15(b)', details: { minimum: 10 } },
    });
    expect(denialOf({ ...officer, role: 'supervisor' }, subject, 'supervision', null)?.paragraph).toBe('15(a)');
    expect(denialOf(officer, subject, 'other', ' ten letter ')).toBeNull();
    expect(denialOf(officer, subject, 'supervision', null)).toEqual({
      ...{ code: 'DISCLOSURE_NOT_PERMITTED', field: 'purpose', paragraph: '15(b)' },
      details: { role: 'tracing_officer', purpose: 'supervision' },
    });
    expect(denialOf({ ...officer, role: 'auditor' }, subject, 'other', null)).toEqual({
      ...{ code: 'DISCLOSURE_NOT_PERMITTED', paragraph: '15(a)', details: { role: 'auditor' } },
    });
    expect(denialOf(officer, { ...subject, requestedState: null }, 'other', null)).toEqual({
      code: 'DISCLOSURE_SUBJECT_NOT_FOUND',
    });
  });

  it('of what was opened before, is denied at the next use once the assignment is another’s', () => {
    const requesting = { state: stateCode('QR'), role: 'tracing_officer' } as const;
    const assigned = permittingRule(requesting, { ...subject, assignedToActor: true }, 'assigned_task');
    expect(assigned).toMatchObject({ ok: true, value: { id: 'assigned', wordsNeeded: false } });
    expect(permittingRule(requesting, subject, 'assigned_task')).toMatchObject({ denial: { code: 'DISCLOSURE_NOT_PERMITTED' } });
  });
});
