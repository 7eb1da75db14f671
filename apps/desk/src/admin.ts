import { tellAndExit } from '@tracedesk/platform';
import { readAdminArguments, USAGE } from './admin/admin-arguments.js';
import { perform } from './admin/admin-commands.adapter.js';
import { bringZoneData } from './admin/zone-data-command.adapter.js';
import { openAdministration } from './admin/administration.adapter.js';

// What begins a real desk: `npm run admin -- create-state CH --time-zone Europe/Zurich`.
const read = readAdminArguments(process.argv.slice(2));
if (!read.ok) {
  console.error(`${read.complaint}\n\n${USAGE}`);
  process.exit(2);
}

try {
  if (read.command.name === 'zone-data') {
    console.log(bringZoneData(process.env, read.command.folder));
    process.exit(0);
  }
  const administration = await openAdministration(process.env);
  try {
    const answer = await perform(administration, read.command);
    if (answer.ok) console.log(answer.says);
    else console.error(answer.says);
    process.exitCode = answer.ok ? 0 : 1;
  } finally {
    await administration.close();
  }
} catch (error) {
  tellAndExit(error);
}
