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
    expect(() => new EventCatalogue([{ ...OPENED, action: 'DisclosureOpened' }])).toThrow(/noun\.verbed/);
  });

  it('prints one row for each event', () => {
    expect(catalogue.toMarkdown()).toContain(
      '| `disclosure.opened` | disclosure | tracing_request | `purpose` | `justification` `words` | A person was shown protected content. |',
    );
  });
});
