import { prepareDesk, tellAndExit } from '@tracedesk/platform';
import { MIGRATIONS } from './rooms.js';

// Prepares a server's database, once before api, web and worker start, and again after each update.
try {
  const { created, migrationsRun, shown } = await prepareDesk(process.env, MIGRATIONS);
  process.stdout.write(`The database at ${shown} is ready: ${created ? 'new, ' : ''}${migrationsRun} migrations run.\n`);
} catch (error) {
  tellAndExit(error);
}
