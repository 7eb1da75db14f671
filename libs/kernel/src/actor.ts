import type { PersonId, SessionId } from './ids.js';
import type { StateCode } from './state-code.js';

/** What a person is in the desk. Each person has one role, in one State; operators serve the hub and see no content. */
export const ROLES = ['tracing_officer', 'contact_point', 'supervisor', 'auditor', 'administrator', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in person. `state` is the State whose data the person may reach; an operator belongs to the hub's host State and reaches none. */
export interface Officer {
  readonly kind: 'person';
  readonly personId: PersonId;
  readonly state: StateCode;
  readonly role: Role;
  readonly sessionId: SessionId;
}

/** The desk itself, acting on a clock and never on content. */
export interface DeskProcess {
  readonly kind: 'process';
  /** `administration` begins States and people; `upkeep` works out anew what newer code or data see otherwise. */
  readonly name: 'sweeper' | 'relay' | 'door' | 'administration' | 'upkeep';
  /** The State on whose record the act is entered. */
  readonly state: StateCode;
}

/** Who acts: always a parameter, never ambient. */
export type Actor = Officer | DeskProcess;

/** The word that the audit log keeps for who acted: a person's role, or the process's name. */
export function capacityOf(actor: Actor): Role | DeskProcess['name'] {
  return actor.kind === 'person' ? actor.role : actor.name;
}
