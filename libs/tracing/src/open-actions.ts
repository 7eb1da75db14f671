import type { Role } from '@tracedesk/kernel';
import type { Action } from './commands.js';
import { ACTIONS } from './lifecycle.js';
import { TRACING_PERMISSIONS } from './permissions.js';

type RoleTable = Readonly<Record<string, readonly Role[]>>;
const ROLES_OF: RoleTable = TRACING_PERMISSIONS;

/** The name under which an action is permitted, denied and logged. */
export function permissionOf(action: Action): `tracing_request.${Action}` {
  return `tracing_request.${action}`;
}

/** The actions of the lifecycle that people can take at this desk: those somebody is permitted. */
export const ACTIONS_AT_THE_DESK = ACTIONS.filter((action) => permissionOf(action) in ROLES_OF);

/** Whether the role may take the action at all. */
export function mayTake(role: Role, action: Action): boolean {
  return ROLES_OF[permissionOf(action)]?.includes(role) ?? false;
}

/** The action's last step in a route: `request-information`. */
export function routeOf(action: Action): string {
  return action.replaceAll('_', '-');
}
