import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnits } from './markdown.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RoomTable {
  /** `tracing`: the folder under libs, or `apps/api`. */
  readonly room: string;
  readonly table: unknown;
}

/** Every table that a room shows at its door under a name with this ending: `TRACING_PERMISSIONS` for `_PERMISSIONS`. */
export async function roomTables(ending: `_${string}`): Promise<readonly RoomTable[]> {
  const doors = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .sort(byCodeUnits)
      .filter((room) => room !== 'testing')
      .map((room) => ({ room: folder === 'libs' ? room : `apps/${room}`, door: join(ROOT, folder, room, 'src/index.ts') })),
  );
  const found: RoomTable[] = [];
  for (const { room, door } of doors) {
    if (!existsSync(door)) continue;
    const shown = (await import(door)) as Readonly<Record<string, unknown>>;
    const names = Object.keys(shown).filter((name) => name.endsWith(ending));
    for (const name of names.sort(byCodeUnits)) found.push({ room, table: shown[name] });
  }
  return found;
}
