import { applyDecorators, type Type } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, getSchemaPath, type ApiResponseOptions } from '@nestjs/swagger';
import { ProblemView } from '../views/problem.view.js';

type HeaderName = 'If-Match' | 'Idempotency-Key' | 'Disclosure';

interface Told {
  /** Stable: clients generate their functions' names from it. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** What a success looks like; null: nothing to show. */
  readonly answer: Type | null;
  readonly status?: 200 | 201 | 204;
  readonly takes?: readonly HeaderName[];
  /** Headers it does without. */
  readonly mayTake?: readonly HeaderName[];
  readonly gives?: readonly ('ETag' | 'Location' | 'Link')[];
  /** Statuses of the problems it answers besides those every operation may. */
  readonly problems?: readonly number[];
  readonly isPublic?: true;
}

/** Says once, for the API document, what an operation takes and gives. Every operation is documented through it. */
export function Operation(told: Told): MethodDecorator {
  const { id, summary, description, answer, status = 200, takes = [], mayTake = [], gives = [], problems = [], isPublic } = told;
  const headers = Object.fromEntries(
    gives.map((name) => [name, { description: GIVEN[name], schema: { type: 'string' as const } }]),
  );
  const success: ApiResponseOptions = { status, description: summary, headers, ...(answer ? { type: answer } : {}) };
  const statuses = [
    ...new Set([
      ...EVERYWHERE,
      ...(isPublic ? [] : FOR_SIGNED_IN),
      ...[...takes, ...mayTake].flatMap((name) => TAKEN[name].problems),
      ...problems,
    ]),
  ];
  return applyDecorators(
    ApiOperation({ operationId: id, summary, ...(description ? { description } : {}), ...(isPublic ? { security: [] } : {}) }),
    ...takes.map((name) => header(name, true)),
    ...mayTake.map((name) => header(name, false)),
    ApiResponse(success),
    ...statuses.sort().map((one) => ApiResponse({ status: one, description: PROBLEMS[one] ?? 'Problem', content: PROBLEM })),
  );
}

function header(name: HeaderName, required: boolean): ReturnType<typeof ApiHeader> {
  const { description, schema } = TAKEN[name];
  return ApiHeader({ name, required, description, schema });
}

const PROBLEM = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } };
const EVERYWHERE = [400, 429, 500, 503];
const FOR_SIGNED_IN = [401, 403];

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'What was sent cannot be read, or a field is wrong: `errors` names each with its full path.',
  401: 'Nobody is signed in.',
  403: 'The role, the party or a missing disclosure does not allow it.',
  404: 'There is no such thing for this reader: absent and forbidden are told apart nowhere.',
  409: 'The lifecycle does not open this action now.',
  412: 'The request has another version by now.',
  413: 'The body is larger than 1 MB.',
  415: 'The body is not JSON.',
  422: 'A rule is not met: `code`, `field` and the paragraph of the ITI say which.',
  428: 'If-Match is missing.',
  429: 'Too many attempts: see Retry-After.',
  500: 'Something went wrong on this side; `instance` finds it in the log.',
  503: 'Not available now.',
};

const TAKEN: Readonly<Record<HeaderName, { description: string; schema: object; problems: readonly number[] }>> = {
  'If-Match': {
    description: 'The version as it was read: the `ETag` of the request.',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$', example: '"3"' },
    problems: [412, 428],
  },
  'Idempotency-Key': {
    description: "The caller's own name for this one act: sent again within 24 hours, it happens once.",
    schema: {
      type: 'string',
      minLength: 8,
      maxLength: 128,
      pattern: '^[\\x21-\\x7e]+$',
      example: '6b1f0c1e-0d7b-4a52-9a53-1f0f9a3c8f11',
    },
    problems: [422],
  },
  Disclosure: {
    description: 'The id of a disclosure of this request, opened by this person in this session.',
    schema: { type: 'string', format: 'uuid' },
    problems: [403, 404],
  },
};

const GIVEN = {
  ETag: 'The version, for If-Match.',
  Location: 'The address of what was made.',
  Link: 'The address of the next page, `rel="next"`.',
} as const;
