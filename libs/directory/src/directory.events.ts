import type { AuditEventDefinition } from '@tracedesk/audit/core';

export const DIRECTORY_EVENTS = [
  {
    action: 'state.created',
    class: 'collection',
    object: 'state',
    facts: ['timeZone', 'officersSubmit'],
    says: 'A State joined the hub: its time zone, and whether its officers submit themselves.',
  },
  {
    action: 'state.firearms_protocol_recorded',
    class: 'alteration',
    object: 'state',
    facts: ['standing', 'depositedOn', 'source', 'asOf'],
    says: 'An administrator recorded whether the State is a party to the Firearms Protocol: since which deposit, by which source, and of which day it speaks.',
  },
  {
    action: 'contact_point.added',
    class: 'collection',
    object: 'contact_point',
    facts: ['validFrom', 'validUntil'],
    says: 'A State named an office as its national point of contact (ITI 25).',
  },
  {
    action: 'contact_point.amended',
    class: 'alteration',
    object: 'contact_point',
    facts: ['version', 'fields'],
    says: 'A State changed what it says of a contact point: the new version and the names of the fields that differ.',
  },
  {
    action: 'contact_point.confirmed',
    class: 'alteration',
    object: 'contact_point',
    facts: ['version'],
    says: 'A State said that a contact point is still as the directory has it (ITI 32).',
  },
  {
    action: 'contact_point.ended',
    class: 'alteration',
    object: 'contact_point',
    facts: ['validUntil'],
    says: 'A State set the last day on which a contact point answers.',
  },
  {
    action: 'contact_point.imported',
    class: 'alteration',
    object: 'state',
    facts: ['sha256', 'added', 'changed', 'ended', 'unchanged'],
    says: 'A State brought its contact points as a table: the SHA-256 of the file and what came of its rows; each office has its own entry too.',
  },
  {
    action: 'marking_practice.added',
    class: 'collection',
    object: 'marking_practice',
    facts: ['kind'],
    says: 'A State told how it marks arms (ITI 31(b)).',
  },
  {
    action: 'marking_practice.amended',
    class: 'alteration',
    object: 'marking_practice',
    facts: ['kind', 'version'],
    says: 'A State told anew how it marks arms (ITI 32).',
  },
] as const satisfies readonly AuditEventDefinition[];
