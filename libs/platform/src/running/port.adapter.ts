import { createServer } from 'node:net';
import type { DeskConfig } from '../config/desk-config.dto.js';
import { StartError } from '../embedded/start-error.js';

/** Before anything is started: a desk that finds its port taken after a minute of preparing has wasted a minute. */
export async function refuseTakenPort({ host, port }: Pick<DeskConfig, 'host' | 'port'>): Promise<void> {
  const code = await whyNot(host.replace(/^\[|\]$/g, ''), port);
  if (code === null) return;
  throw code === 'EADDRINUSE'
    ? new StartError('PORT_IN_USE', `Port ${port} of ${host} is in use by another program: give another with PORT.`, { port })
    : new StartError(
        'ADDRESS_NOT_USABLE',
        `The desk cannot listen on ${host} port ${port} (${code}): give another HOST or PORT.`,
        { port },
      );
}

function whyNot(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
