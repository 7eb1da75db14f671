import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DeskProcess } from '@tracedesk/testing';
import { ms, type BenchOptions, type Row } from './rows.js';

/** What one stranger's largest body may cost everybody else. */
const GOAL_MS = 50;
const ASK_EVERY_MS = 5;
const MEGABYTE = 1024 * 1024;

interface Body {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly content: string;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The largest of each kind that somebody without an account can send, and what costs most to read in it. */
const BODIES: readonly Body[] = [
  { name: 'JSON, one text', path: '/api/v1/tracing-requests', type: JSON_TYPE, content: `{"a":"${'x'.repeat(MEGABYTE - 10)}"}` },
  {
    name: 'JSON, a list of numbers',
    path: '/api/v1/tracing-requests',
    type: JSON_TYPE,
    content: `[${'1,'.repeat(MEGABYTE / 2 - 2)}1]`,
  },
  {
    name: 'JSON, nested',
    path: '/api/v1/disclosures',
    type: JSON_TYPE,
    content: '['.repeat(MEGABYTE / 2) + ']'.repeat(MEGABYTE / 2),
  },
  { name: 'JSON, to sign in', path: '/api/v1/session', type: JSON_TYPE, content: `{${membersOf(60 * 1024)}}` },
  { name: 'a form, to sign in', path: '/sign-in', type: FORM_TYPE, content: fieldsOf(60 * 1024) },
  { name: 'a form, to a page', path: '/notices/read', type: FORM_TYPE, content: fieldsOf(60 * 1024) },
  { name: 'a form of 1 MB', path: '/notices/read', type: FORM_TYPE, content: fieldsOf(MEGABYTE) },
  { name: 'to an address that is none', path: '/nowhere', type: JSON_TYPE, content: `{${membersOf(MEGABYTE)}}` },
  {
    name: 'a file',
    path: '/api/v1/tracing-requests/0192a000-0000-7000-8000-000000000000/attachments',
    type: 'multipart/form-data; boundary=x',
    content: `--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n${'x'.repeat(10 * MEGABYTE)}\r\n--x--\r\n`,
  },
];

/** How long everybody else waits for the least that the desk can answer, while a stranger sends the largest body of each kind. */
export async function strangerRows({ short }: BenchOptions): Promise<readonly Row[]> {
  const desk = await DeskProcess.start();
  const asking = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    for (let warm = 0; warm < 200; warm += 1) await ask(desk.origin, asking);
    const rows: Row[] = [];
    for (const body of BODIES) rows.push(await rowOf(desk.origin, body, { asking, times: short ? 3 : 20 }));
    return rows;
  } finally {
    asking.destroy();
    await desk.stop();
  }
}

async function rowOf(
  origin: string,
  body: Body,
  { asking, times }: { readonly asking: Agent; readonly times: number },
): Promise<Row> {
  const alone = await longestWait(origin, asking, () => pause(200));
  let status = 0;
  const beside = await longestWait(origin, asking, async () => {
    status = await sentBy(origin, body, times);
  });
  const delay = Math.max(0, beside - alone);
  return {
    name: `a stranger’s body: ${body.name}`,
    figure: ms(delay),
    goal: `≤ ${GOAL_MS} ms`,
    beside: `answered ${status || 'by hanging up'}; longest wait beside it ${ms(beside)}, alone ${ms(alone)}`,
    ratio: '',
    reached: delay <= GOAL_MS,
  };
}

/** The longest that one answer took, asked for every few milliseconds until the work is done. */
async function longestWait(origin: string, agent: Agent, work: () => Promise<unknown>): Promise<number> {
  let done = false;
  const working = work().finally(() => (done = true));
  let longest = 0;
  while (!done) {
    const began = performance.now();
    await ask(origin, agent);
    longest = Math.max(longest, performance.now() - began);
    await pause(ASK_EVERY_MS);
  }
  await working;
  return longest;
}

function ask(origin: string, agent: Agent): Promise<number> {
  return answered(request(`${origin}/health/live`, { agent }));
}

/** The stranger sends from a thread of its own, or its own work would be measured as the desk's. */
async function sentBy(origin: string, { path, type, content }: Body, times: number): Promise<number> {
  const workerData = { url: `${origin}${path}`, type, content, times };
  const [status] = (await once(
    new Worker(new URL('./stranger.js', import.meta.url), { workerData, execArgv: [] }),
    'message',
  )) as [number];
  return status;
}

function answered(sent: ReturnType<typeof request>): Promise<number> {
  return new Promise((resolve, reject) => {
    sent.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

function membersOf(bytes: number): string {
  const one = (at: number): string => `"m${at}":${at}`;
  return Array.from({ length: Math.floor(bytes / one(100_000).length) - 2 }, (_, at) => one(at)).join();
}

function fieldsOf(bytes: number): string {
  return Array.from({ length: Math.floor(bytes / 'f100000=%41&'.length) }, (_, at) => `f${at}=%41`).join('&');
}
