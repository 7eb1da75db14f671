// The pure files of identity.
export { CURRENT_COST, isOutdated, readPasswordHash, writePasswordHash, type PasswordHash } from './password-hash.js';
export { checkPassword, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password-rules.js';
export {
  mayAct,
  mergePermissions,
  permissionsToMarkdown,
  type PermissionName,
  type PermissionTable,
} from './permission-table.js';
export { failedOneClickCondition, type OneClickCondition, type OneClickFacts } from './one-click.js';
export { SESSION_HOURS, SESSION_IDLE_MINUTES, type DeskSession, type SignedIn, type SignedInPerson } from './session.js';
export { FAILURES_PER_ADDRESS, FAILURES_PER_NAME, FAILURES_PER_PLACE, THROTTLE_WINDOW_MINUTES } from './throttle.js';
