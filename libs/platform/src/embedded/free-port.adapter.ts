import { createServer } from 'node:net';

/** Whether nobody listens on the port of this machine's loopback. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== null;
}

/** A port of this machine's loopback that nobody listens on now. Somebody may a moment later: the caller tries again then. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === null) throw new TypeError('This machine gives out no port on 127.0.0.1.');
  return port;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
