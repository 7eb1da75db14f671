import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fieldsOf, problemIn, type Answer, type DeskClient, type DeskProcess } from '@tracedesk/testing';

/** A whole desk on a busy machine: a spec here is slow, never stuck. */
jest.setTimeout(60_000);

/** The two places for the queues of one machine; which one is used depends on the PATH alone. */
export const BACKENDS = [
  { backend: 'redis', env: {} },
  { backend: 'postgres', env: { PATH: pathWithoutRedis() } },
] as const;

/** Whether all is tried that there is, as `npm run prove -- system` does; else what multiplies is tried as a sample that covers it. */
export const WHOLE = process.env['WHOLE'] === '1';

export const REDIS_ON_PATH = ['redis-server', 'valkey-server'].some(onPath);

/** Words that only the two States of a request may ever read: nobody finds them in a log, a table, a queue or a URL. */
export const PROTECTED_WORDS = {
  serial: 'ZQX4471908',
  make: 'Halvorsen-Obrist',
  place: 'Quay Nineteen of Port Carrow',
  circumstances: 'Beneath the tarpaulin of the blue skiff, after an anonymous call by Ignatius Brandmeier.',
  justification: 'Section 4711 of the Rhosian Weapons Ordinance.',
  reasons: 'The wiretap order against Leontine Vandersloot is still sealed.',
  item: 'Sold to the dealer Perpetua Lindqvist of Havn.',
  remark: 'Ask the widow Oktavia Rosenkrantz.',
  own: 'Needed for the hearing of Wendelin Abendroth.',
} as const;

/** A complete request from Rhosia to Valmora, made of protected words wherever words are protected. */
export function aDraft(changed: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    requestedState: 'QM',
    priority: 'routine',
    legalBasis: 'ITI',
    question: {
      illicitness: { grounds: ['6a'], legalJustification: { value: PROTECTED_WORDS.justification } },
      find: {
        stateOfFind: 'QR',
        manner: 'seized',
        place: PROTECTED_WORDS.place,
        circumstances: { value: PROTECTED_WORDS.circumstances },
      },
      firearm: {
        type: { value: 'self_loading_pistol' },
        calibre: { value: '9x19' },
        serialNumber: { value: PROTECTED_WORDS.serial },
        serialNumberPlace: 'frame_or_receiver',
        make: PROTECTED_WORDS.make,
      },
      intendedUse: { uses: ['investigation'] },
      undertaking: { guaranteed: true },
    },
    ...changed,
  };
}

export const A_FULL_RESPONSE = {
  kind: 'full',
  items: [
    {
      finding: 'TRACED_TO_LAST_LEGAL_HOLDER',
      state: 'QM',
      on: '2009-05-14',
      details: PROTECTED_WORDS.item,
      restrictions: ['15a'],
    },
  ],
  remarks: PROTECTED_WORDS.remark,
} as const;

export const A_REFUSAL = { kind: 'refused', ground: '22_INVESTIGATION', reasons: PROTECTED_WORDS.reasons } as const;

/** A date that many days from the machine's own today: demonstrations whose clock stands are at the same day. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export const anAcknowledgement = (): Record<string, unknown> => ({ reference: 'QM/TR/88', expectedOn: inDays(10) });

/** The people of a story, each signed in once. */
export class People {
  private readonly clients = new Map<string, Promise<DeskClient>>();

  constructor(private readonly desk: DeskProcess) {}

  /** `QR officer` */
  async as(person: string): Promise<DeskClient> {
    const known = this.clients.get(person) ?? this.desk.as(person);
    this.clients.set(person, known);
    return known;
  }

  /** A new draft of Rhosia's officer. */
  async drafted(body: unknown = aDraft()): Promise<Known> {
    const officer = await this.as('QR officer');
    const answer = await officer.call('/tracing-requests', {
      method: 'POST',
      body,
      headers: { 'idempotency-key': randomUUID() },
    });
    return known(done(answer));
  }

  /** A request of Rhosia that lies with Valmora. */
  async submitted(body: unknown = aDraft()): Promise<Known> {
    const draft = await this.drafted(body);
    const officer = await this.as('QR officer');
    done(await officer.call('/traceability-checks', { method: 'POST', body: { requestId: draft.id } }));
    return known(done(await move(await this.as('QR contact'), draft.id, 'submit', {})));
  }

  async acknowledged(): Promise<Known> {
    const { id } = await this.submitted();
    return known(done(await move(await this.as('QM officer'), id, 'acknowledge', anAcknowledgement())));
  }

  async responded(response: unknown = A_FULL_RESPONSE): Promise<Known> {
    const { id } = await this.acknowledged();
    return known(done(await move(await this.as('QM officer'), id, 'respond', response)));
  }

  async advance(duration: string): Promise<void> {
    done(await (await this.as('QR officer')).call('/demonstration/clock', { method: 'POST', body: { advance: duration } }));
  }
}

export interface Known {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
}

export interface MoveOptions {
  /** The ETag sent; absent: the current one, looked up; `null`: none. */
  readonly ifMatch?: string | null;
  readonly key?: string | null;
}

/** Moves a request as this person, on the version they see now unless told otherwise. */
export async function move(
  client: DeskClient,
  id: string,
  action: string,
  body: unknown,
  options: MoveOptions = {},
): Promise<Answer> {
  const { ifMatch = await etagOf(client, id), key = randomUUID() } = options;
  return client.call(`/tracing-requests/${id}/${action}`, {
    method: 'POST',
    body,
    headers: { ...(ifMatch === null ? {} : { 'if-match': ifMatch }), ...(key === null ? {} : { 'idempotency-key': key }) },
  });
}

export async function etagOf(client: DeskClient, id: string): Promise<string> {
  return (await client.call(`/tracing-requests/${id}`)).headers.get('etag') ?? '"1"';
}

/** The answer, which has to be a success: a spec's preparation that fails says why. */
export function done(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`A preparation failed: ${problemIn(answer)}`);
  return answer;
}

export function codeOf(answer: Answer): unknown {
  return fieldsOf(answer.body)['code'];
}

function known(answer: Answer): Known {
  const { id, reference, version } = fieldsOf(answer.body);
  return { id: String(id), reference: String(reference), version: Number(version) };
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** A PATH with what a shell script needs and no Redis. */
function pathWithoutRedis(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-path-'));
  for (const tool of ['sh', 'sleep']) symlinkSync(join('/bin', tool), join(folder, tool));
  return folder;
}
