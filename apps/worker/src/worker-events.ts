import type { AuditEventDefinition } from '@tracedesk/audit';
import { DEADLINE_EVENTS } from '@tracedesk/deadlines';

/** The worker's process enters nothing but these. */
export const WORKER_EVENTS: readonly AuditEventDefinition[] = [...DEADLINE_EVENTS];
