import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * The address that a request comes from: the socket's, or behind trusted proxies the last one that they did not add themselves. What is no address
 * there is not taken for one.
 */
export function addressOf(request: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const said = request.ip.replace(/^\[([^\]]+)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return isIP(said) === 0 ? (request.socket.remoteAddress ?? '') : said;
}

/** Whether the text is an address or a network, such as 10.0.0.0/8: what may stand in `TRUSTED_PROXIES`. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (kind === 4 ? 32 : 128));
}
