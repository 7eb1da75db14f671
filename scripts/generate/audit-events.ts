import { EventCatalogue, type AuditEventDefinition } from '@tracedesk/audit/core';
import { roomTables } from './room-tables.js';

/** The catalogue of everything the audit log may hold. */
export async function auditEventsPage(): Promise<string> {
  const rooms = await roomTables('_EVENTS');
  return new EventCatalogue(rooms.flatMap(({ table }) => table as readonly AuditEventDefinition[])).toMarkdown();
}
