import { describe, expect, it } from '@jest/globals';
import { Sealed } from '@tracedesk/kernel';
import type { NewEntry } from './entry.js';
import { EventCatalogue, type AuditEventDefinition } from './event-catalogue.js';

const OPENED: AuditEventDefinition = {
  action: 'disclosure.opened',
  class: 'disclosure',
  object: 'tracing_request',
  facts: ['purpose'],
  restricted: ['words'],
  justified: true,
  says: 'A person was shown protected content.',
};
const entry: NewEntry = {
  class: 'disclosure',
  action: 'disclosure.opened',
  object: { kind: 'tracing_request', id: '44444444-4444-4444-8444-444444444444' },
  justification: Sealed.of('the prosecutor asked'),
};
const catalogue = new EventCatalogue([OPENED]);

describe('the catalogue of audit events', () => {
  it('refuses an act that no room has listed', () => {
    expect(catalogue.objectionTo({ ...entry, action: 'disclosure.closed' })).toMatch(/in no room's catalogue/);
  });

  it('refuses an act of another class or about another kind of object', () => {
    expect(catalogue.objectionTo({ ...entry, class: 'alteration' })).toMatch(/class disclosure/);
    expect(catalogue.objectionTo({ ...entry, object: { ...entry.object, kind: 'person' } })).toMatch(/about a tracing_request/);
  });

  it('refuses facts and parts it does not know: an open column is no place for a serial number', () => {
    expect(catalogue.objectionTo({ ...entry, facts: { serial: 'A104552' } })).toMatch(/no fact called serial/);
    expect(catalogue.objectionTo({ ...entry, restricted: { photo: Sealed.of('x') } })).toMatch(/no restricted part called photo/);
  });

  it('refuses a disclosure that does not say why', () => {
    const { justification: _, ...unexplained } = entry;
    expect(catalogue.objectionTo(unexplained)).toMatch(/must say why/);
  });

  it('has nothing against what is listed', () => {
    expect(catalogue.objectionTo({ ...entry, facts: { purpose: 'legal_proceedings' } })).toBeNull();
  });

  it('does not begin with two events of one name, or with a name that is not noun.verbed', () => {
    expect(() => new EventCatalogue([OPENED, OPENED])).toThrow(/registered twice/);
    for (const action of [
      'DisclosureOpened',
      'opened',
      '.opened',
      'disclosure.',
      'a.b.c',
      'a1.b',
      'a_.b',
      'a.b_',
      '_a.b',
      'a.b1',
      ' a.b',
      'a.b ',
      'A.b',
      'a.B',
    ])
      expect(() => new EventCatalogue([{ ...OPENED, action }])).toThrow(/noun\.verbed/);
    for (const action of ['a.b', 'tracing_request.information_asked_for', 'own_full_record.opened'])
      expect(new EventCatalogue([{ ...OPENED, action }]).objectionTo({ ...entry, action })).toBeNull();
  });

  it('takes of an act no part where its room has named none, and asks no words where none are needed', () => {
    const READ = { action: 'request.read', class: 'disclosure', object: 'any', facts: [], says: 'A person read it.' } as const;
    const objectionTo = (some: Partial<NewEntry>) => new EventCatalogue([READ]).objectionTo({ ...read, ...some });
    const read: NewEntry = { class: 'disclosure', action: 'request.read', object: { kind: 'weapon_case', id: entry.object.id } };
    expect(objectionTo({ restricted: { words: Sealed.of('x') } })).toMatch(/no restricted part called words/);
    expect(objectionTo({ restricted: {} })).toBeNull();
    expect(objectionTo({ object: { ...read.object, kind: 'person' } })).toBeNull();
    expect(objectionTo({ facts: {} })).toBeNull();
  });

  it('takes what is named: facts, parts and words', () => {
    expect(catalogue.objectionTo({ ...entry, facts: { purpose: 'other' }, restricted: { words: Sealed.of('x') } })).toBeNull();
  });

  it('prints one row for each event, in the order of the alphabet', () => {
    const plain: AuditEventDefinition = {
      action: 'person.created',
      class: 'collection',
      object: 'person',
      facts: ['role', 'language'],
      says: 'A person was added.',
    };
    const first: AuditEventDefinition = { ...plain, action: 'case.opened', facts: [], restricted: ['notes'] };
    expect(new EventCatalogue([OPENED, plain, first]).toMarkdown().split('\n')).toEqual([
      '# Audit events',
      '',
      expect.stringMatching(/^Every act the log may hold\. .+ here\.$/),
      expect.stringMatching(/^Facts are open to both parties .+ by itself\.$/),
      '',
      '| action | class | object | open facts | protected parts | says |',
      '| --- | --- | --- | --- | --- | --- |',
      '| `case.opened` | collection | person |  | `notes` | A person was added. |',
      '| `disclosure.opened` | disclosure | tracing_request | `purpose` | `justification` `words` | A person was shown protected content. |',
      '| `person.created` | collection | person | `role` `language` |  | A person was added. |',
      '',
    ]);
  });
});
