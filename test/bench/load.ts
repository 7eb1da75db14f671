import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Sent {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly ms: number;
}

export interface Load {
  readonly seconds: number;
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
  readonly failed: readonly Got[];
  readonly answers: readonly Got[];
}

/** Clients that keep their connections, each sending the next call when its last one was answered. */
export class Clients {
  private readonly agent: Agent;

  constructor(
    private readonly origin: string,
    private readonly count: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: count });
  }

  /** Sends all calls and waits for all answers; a status of 400 and more is a failure. */
  async run(calls: readonly Sent[]): Promise<Load> {
    const waiting = [...calls].reverse();
    const answers: Got[] = [];
    const started = performance.now();
    const client = async (): Promise<void> => {
      for (let call = waiting.pop(); call; call = waiting.pop()) answers.push(await this.send(call));
    };
    await Promise.all(Array.from({ length: this.count }, client));
    const seconds = (performance.now() - started) / 1000;
    const times = answers.map(({ ms }) => ms).sort((one, other) => one - other);
    return {
      seconds,
      perSecond: calls.length / seconds,
      median: at(times, 0.5),
      p99: at(times, 0.99),
      failed: answers.filter(({ status }) => status >= 400),
      answers,
    };
  }

  send({ path, method = 'GET', headers = {}, body }: Sent): Promise<Got> {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(`${this.origin}${path}`, { method, agent: this.agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const { statusCode = 0, headers: got } = answer;
          resolve({ status: statusCode, headers: got, body: Buffer.concat(chunks), ms: performance.now() - started });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
