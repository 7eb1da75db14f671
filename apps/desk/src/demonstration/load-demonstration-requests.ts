import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import type { DemonstrationFacts } from '@tracedesk/identity';
import { CodedError, idOf, stateCode, type Officer, type Result, type SessionId } from '@tracedesk/kernel';
import { DeskDatabase, validateInput } from '@tracedesk/platform';
import {
  AcknowledgeDto,
  AcknowledgeRequest,
  CheckTraceability,
  CloseDto,
  CloseRequest,
  DraftDto,
  DraftRequest,
  RespondDto,
  RespondToRequest,
  SubmitRequest,
  WithdrawDto,
  WithdrawRequest,
  type Attempt,
  type RequestSummary,
} from '@tracedesk/tracing';

/** How many days of a demonstration lie before its first start, so that its requests have a past. */
const DAYS_BEFORE = 45;
/** The first value of a demonstration's clock shift: it only grows, up to zero when the requests are made. */
export const DEMONSTRATION_BEGINS = `-${DAYS_BEFORE * 24} hours`;

export class DemonstrationRequestsError extends CodedError<'DEMONSTRATION_REQUEST_NOT_MADE'> {}

/**
 * Makes the requests of a new demonstration, one at every stage, by their own use cases and in the order of their days: what people find
 * could have come about, and stands in the log. The clock ends at today's time, whatever happens.
 */
export async function loadDemonstrationRequests(app: INestApplicationContext, { people }: DemonstrationFacts): Promise<void> {
  const database = app.get(DeskDatabase);
  const requests = new Map<string, RequestSummary>();
  try {
    for (const step of stepsInOrder()) {
      await moveClockTo(database, step.day);
      requests.set(step.request, await step.make(app, officerFor(step.who, people), requests.get(step.request)));
    }
  } finally {
    await moveClockTo(database, DAYS_BEFORE);
  }
}

interface Step {
  readonly request: string;
  readonly day: number;
  readonly who: string;
  make(app: INestApplicationContext, who: Officer, request: RequestSummary | undefined): Promise<RequestSummary>;
}

interface DemonstrationRequest {
  readonly name: string;
  readonly shows: string;
  readonly draft: { readonly day: number; readonly who: string; readonly with: object };
  readonly moves: readonly DemonstrationMove[];
}

interface DemonstrationMove {
  readonly day: number;
  readonly who: string;
  readonly does: keyof typeof MOVES;
  readonly with?: Readonly<Record<string, unknown>>;
}

function stepsInOrder(): Step[] {
  const { requests } = JSON.parse(readFileSync(new URL('requests.json', import.meta.url), 'utf8')) as {
    readonly requests: readonly DemonstrationRequest[];
  };
  return requests.flatMap(stepsOf).sort((one, other) => one.day - other.day);
}

function stepsOf({ name, draft, moves }: DemonstrationRequest): Step[] {
  return [
    {
      request: name,
      day: draft.day,
      who: draft.who,
      make: async (app, who) =>
        made(name, await app.get(DraftRequest).execute(who, once(), input(DraftDto, draft.with).toCommand())),
    },
    ...moves.map(({ day, who: person, does, with: words = {} }) => ({
      request: name,
      day,
      who: person,
      make: async (app: INestApplicationContext, who: Officer, request: RequestSummary | undefined) => {
        if (!request) throw notMade(name, 'it was not drafted');
        const attempt: Attempt = { requestId: request.id, version: request.version, once: once() };
        return made(name, await MOVES[does](app, who, attempt, words, day));
      },
    })),
  ];
}

type Move = (
  app: INestApplicationContext,
  who: Officer,
  attempt: Attempt,
  words: Readonly<Record<string, unknown>>,
  day: number,
) => Promise<Result<RequestSummary>>;

const MOVES = {
  submit: async (app, who, attempt) => {
    const checked = await app.get(CheckTraceability).execute(who, attempt.requestId);
    return checked.ok ? app.get(SubmitRequest).execute(who, attempt) : checked;
  },
  acknowledge: (app, who, attempt, { expectedInDays, ...words }, day) => {
    const expectedOn = dateOf(day + Number(expectedInDays));
    return app.get(AcknowledgeRequest).execute(who, attempt, input(AcknowledgeDto, { ...words, expectedOn }).toCommand());
  },
  respond: (app, who, attempt, words) => app.get(RespondToRequest).execute(who, attempt, input(RespondDto, words).toCommand()),
  close: (app, who, attempt, words) => app.get(CloseRequest).execute(who, attempt, input(CloseDto, words).toCommand()),
  withdraw: (app, who, attempt, words) => app.get(WithdrawRequest).execute(who, attempt, input(WithdrawDto, words).toCommand()),
} as const satisfies Readonly<Record<string, Move>>;

/** Moves the demonstration's clock on to that day; a clock that is there already, or further, stays. */
async function moveClockTo(database: DeskDatabase, day: number): Promise<void> {
  const target = `${Math.round((day - DAYS_BEFORE) * 24 * 3600)} seconds`;
  await database.door('SELECT advance_desk_clock($1::interval - shift) FROM desk_clock WHERE shift < $1::interval', [target]);
}

function dateOf(day: number): string {
  return new Date(Date.now() + (day - DAYS_BEFORE) * 86_400_000).toISOString().slice(0, 10);
}

function officerFor(who: string, people: DemonstrationFacts['people']): Officer {
  const [state = '', name = ''] = who.split(' ');
  const person = people.find((one) => one.state === state && one.name === name);
  if (!person) throw notMade(who, 'there is no such person');
  const { personId, role } = person;
  return { kind: 'person', personId, state: stateCode(state), role, sessionId: idOf<SessionId>(randomUUID()) };
}

function once(): Attempt['once'] {
  const key = randomUUID();
  return { key, requestHash: createHash('sha256').update(key).digest() };
}

function input<T extends object>(dto: new () => T, content: object): T {
  const checked = validateInput(dto, content);
  if (checked.ok) return checked.value;
  throw notMade(dto.name, checked.faults.map(({ field, code }) => `${field} ${code}`).join(', '));
}

function made(name: string, result: Result<RequestSummary>): RequestSummary {
  if (result.ok) return result.value;
  throw notMade(name, result.denial.field ? `${result.denial.code} (${result.denial.field})` : result.denial.code);
}

function notMade(name: string, why: string): DemonstrationRequestsError {
  return new DemonstrationRequestsError(
    'DEMONSTRATION_REQUEST_NOT_MADE',
    `The demonstration request "${name}" could not be made: ${why}.`,
  );
}
