import { DATABASE_ROLES, type DatabaseRole } from '../config/database-access.js';

/** The roles that sign in to PostgreSQL, each with its own password; `desk_` is put before the name. */
export const LOGIN_ROLES = DATABASE_ROLES;

/** Roles nobody signs in as. `door` owns the look-ups that run before a State is known; `eraser` alone may change audit parts, and nobody holds it yet. */
export const SILENT_ROLES = ['door', 'eraser'] as const;
export type SilentRole = (typeof SILENT_ROLES)[number];

/** The roles of units of work, each in one State: `app` for people and upkeep, `administration` for whoever administers the desk, which reaches no request. */
export const STATE_ROLES = ['app', 'administration'] as const satisfies readonly DatabaseRole[];
export type StateRole = (typeof STATE_ROLES)[number];

/** The processes of the desk that act for no State. */
export const PROCESS_ROLES = ['sweeper', 'relay'] as const satisfies readonly DatabaseRole[];
export type ProcessRole = (typeof PROCESS_ROLES)[number];

export const SCHEMA = 'desk';
export const QUEUE_SCHEMA = 'bullmq';

export function roleName(role: DatabaseRole | SilentRole): string {
  return `desk_${role}`;
}
