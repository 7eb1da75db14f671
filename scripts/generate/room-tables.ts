import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnits } from './markdown.js';

const ROOMS = fileURLToPath(new URL('../../libs', import.meta.url));

export interface RoomTable {
  readonly room: string;
  readonly table: unknown;
}

/** Every table that a room shows at its door under a name with this ending: `TRACING_PERMISSIONS` for `_PERMISSIONS`. */
export async function roomTables(ending: `_${string}`): Promise<readonly RoomTable[]> {
  const found: RoomTable[] = [];
  for (const room of readdirSync(ROOMS).sort(byCodeUnits)) {
    const door = join(ROOMS, room, 'src/index.ts');
    if (room === 'testing' || !existsSync(door)) continue;
    const shown = (await import(door)) as Readonly<Record<string, unknown>>;
    const names = Object.keys(shown).filter((name) => name.endsWith(ending));
    for (const name of names.sort(byCodeUnits)) found.push({ room, table: shown[name] });
  }
  return found;
}
