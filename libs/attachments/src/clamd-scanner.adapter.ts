import { connect, type NetConnectOpts } from 'node:net';
import { AttachmentError } from './attachment-error.js';
import { VirusScanner } from './virus-scanner.service.js';

const CHUNK_BYTES = 64 * 1024;
const PATIENCE_MS = 30_000;
const LONGEST_ANSWER = 4_096;

/** clamd over TCP or a Unix socket, by its INSTREAM command. Only its own two words are taken for an answer. */
export class ClamdScanner extends VirusScanner {
  override readonly configured = true;
  readonly #where: NetConnectOpts;
  readonly #patienceMs: number;

  /** `tcp://host:3310` or `unix:/run/clamav/clamd.sock`. */
  constructor(address: string, patienceMs = PATIENCE_MS) {
    super();
    this.#where = whereIs(address);
    this.#patienceMs = patienceMs;
  }

  override async scan(content: Buffer): Promise<'clean' | 'infected'> {
    const answer = await this.#ask(content);
    if (answer === 'stream: OK') return 'clean';
    if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
    throw new AttachmentError('SCANNER_ANSWER_UNKNOWN', 'clamd gave no verdict. Is its StreamMaxLength at least 10 MB?');
  }

  async #ask(content: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.#where);
      const heard: Buffer[] = [];
      let length = 0;
      const fail = (cause?: unknown): void => {
        socket.destroy();
        reject(
          new AttachmentError('SCANNER_UNREACHABLE', 'clamd does not answer. Is it running at CLAMD_ADDRESS?', {}, { cause }),
        );
      };
      // Over the whole exchange: a scanner that trickles is as good as none.
      const timer = setTimeout(fail, this.#patienceMs);
      socket.on('error', fail);
      socket.on('close', () => clearTimeout(timer));
      socket.on('data', (data) => {
        length += data.length;
        if (length > LONGEST_ANSWER) return fail();
        heard.push(data);
        const text = Buffer.concat(heard).toString('utf8');
        if (!text.includes('\0')) return;
        socket.destroy();
        resolve(text.slice(0, text.indexOf('\0')).trim());
      });
      socket.on('end', () => fail());
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < content.length; at += CHUNK_BYTES) {
          const chunk = content.subarray(at, at + CHUNK_BYTES);
          socket.write(lengthOf(chunk.length));
          socket.write(chunk);
        }
        socket.write(lengthOf(0));
      });
    });
  }
}

/** Where nobody set CLAMD_ADDRESS. */
export class NoScanner extends VirusScanner {
  override readonly configured = false;
  override scan(): Promise<never> {
    return Promise.reject(new AttachmentError('SCANNER_UNREACHABLE', 'No scanner is configured.'));
  }
}

function whereIs(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function lengthOf(bytes: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes);
  return prefix;
}
