import { ROLES, type Role } from '@tracedesk/kernel';
import { byCodeUnits, code, GENERATED, table, words } from './markdown.js';
import { roomTables } from './room-tables.js';

/** Who may do what: the permissions of all rooms as one table. */
export async function permissionsPage(): Promise<string> {
  const rooms = await roomTables('_PERMISSIONS');
  const rows = rooms.flatMap(({ room, table: permissions }) =>
    Object.entries(permissions as Readonly<Record<string, readonly Role[]>>)
      .sort(([a], [b]) => byCodeUnits(a, b))
      .map(([action, roles]) => [room, code(action), ...ROLES.map((role) => (roles.includes(role) ? '✓' : ''))]),
  );
  return `# Permissions

${GENERATED}

From each room's \`permissions.ts\`, which one guard reads. A route without a permission, or the word that it is public, is refused.
A permission is the first question only: the party's turn, the State, row security and disclosures are asked after it.

${table(['room', 'action', ...ROLES.map(words)], rows)}
`;
}
