import { ROLES, type Role } from '@tracedesk/kernel';

/** What may be done, in the rooms' words: `tracing_request.respond`. */
export type PermissionName = `${string}.${string}`;

/** Action → roles. Each room has its own; the desk merges them at start. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;

export function mergePermissions(...tables: readonly PermissionTable[]): PermissionTable {
  const merged: Record<string, readonly Role[]> = {};
  for (const [action, roles] of tables.flatMap((table) => Object.entries(table))) {
    if (merged[action] !== undefined) throw new TypeError(`The permission ${action} stands in two rooms.`);
    merged[action] = roles;
  }
  return merged;
}

/** Whether the role may act so. An action that stands in no table is nobody's. */
export function mayAct(table: PermissionTable, role: Role, action: string): boolean {
  return Object.hasOwn(table, action) && table[action]!.includes(role);
}

/** The table as docs/generated/permissions.md: one row per action, one column per role. */
export function permissionsToMarkdown(table: PermissionTable): string {
  const rows = Object.keys(table)
    .sort()
    .map((action) => [`\`${action}\``, ...ROLES.map((role) => (mayAct(table, role, action) ? 'yes' : ''))]);
  return [
    '# Permissions',
    '',
    'Which role may do what. Written from the `permissions.ts` of the rooms, which one guard reads; what is about one request is decided',
    "after that, by its lifecycle and by its parties' rights.",
    '',
    `| action | ${ROLES.map((role) => role.replace('_', ' ')).join(' | ')} |`,
    `| --- |${' --- |'.repeat(ROLES.length)}`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
