import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { join } from 'node:path';
import config from '../../.dependency-cruiser.js';
import { ROOT } from '../aliases.js';
import { APPS, ROOMS } from '../boundaries/directions.js';
import { byCodeUnits, GENERATED } from './markdown.ts';

const ROOM = /^(libs|apps)\/([^/]+)\//;
const SPEC = /\.(?:spec|int-spec|e2e-spec)\.tsx?$/;

/** Which room uses which, as the imports of the shipped files say it; kernel, which every room may use, is left out of the arrows. */
export async function roomsPage() {
  const { apps, rooms, arrows } = await shippedImports();
  const allowed = Object.values(ROOMS).flat().length + Object.values(APPS).flat().length;
  return `# Rooms and their directions

${GENERATED}

From the imports of all shipped files (specs and libs/testing left out), types included. Every room may use \`kernel\`; its arrows are
left out. What may be drawn here is decided by \`scripts/boundaries/directions.js\`, which names ${allowed} directions besides the apps' to the rooms.

\`\`\`mermaid
flowchart TD
  subgraph apps
${apps.map((app) => `    ${app}["apps/${app}"]`).join('\n')}
  end
  subgraph libs
${rooms.map((room) => `    ${room}`).join('\n')}
  end
${arrows.map(([from, to]) => `  ${from} --> ${to}`).join('\n')}
\`\`\`
`;
}

async function shippedImports() {
  const before = process.cwd();
  process.chdir(ROOT);
  const { output } = await cruise(['libs', 'apps'], config.options, config.options.enhancedResolveOptions, {
    tsConfig: extractTSConfig(join(ROOT, 'tsconfig.json')),
  });
  process.chdir(before);

  const rooms = { apps: new Set(), libs: new Set() };
  const arrows = new Set();
  for (const { source, dependencies } of output.modules) {
    const [, folder, room] = ROOM.exec(source) ?? [];
    if (!room || SPEC.test(source) || room === 'testing') continue;
    rooms[folder].add(room);
    for (const { resolved } of dependencies) {
      const to = ROOM.exec(resolved)?.[2];
      if (to && to !== room && to !== 'kernel' && to !== 'testing') arrows.add(`${room} ${to}`);
    }
  }
  const sorted = (set) => [...set].sort(byCodeUnits);
  return { apps: sorted(rooms.apps), rooms: sorted(rooms.libs), arrows: sorted(arrows).map((arrow) => arrow.split(' ')) };
}
