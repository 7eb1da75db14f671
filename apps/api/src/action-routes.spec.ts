import { describe, expect, it } from '@jest/globals';
import { ACTIONS, ACTIONS_AT_THE_DESK, TRACING_PERMISSIONS, permissionOf, routeOf } from '@tracedesk/tracing';
import { checkActionRoutes, routedActions } from './action-routes.service.js';
import { openApiDocument } from './index.js';

describe('routes and the lifecycle', () => {
  it('agree: every permitted action has its one route, and no other has', () => {
    expect(() => checkActionRoutes(routedActions(), ACTIONS_AT_THE_DESK)).not.toThrow();
  });

  it('do not agree while an action has no route, or a route no action', () => {
    expect(() => checkActionRoutes(['submit'], ['submit', 'close'])).toThrow(/close/);
    expect(() => checkActionRoutes(['submit', 'delay'], ['submit'])).toThrow(/delay/);
    expect(() => checkActionRoutes(['submit', 'submit'], ['submit'])).toThrow(/submit/);
  });

  it('leave no permission to act without its action in the table', () => {
    const acts = [
      'list',
      'read',
      'read_timeline',
      'read_deadlines',
      'read_question',
      'read_responses',
      'read_check',
      'draft',
      'redraft',
      'amend',
      'check',
      'read_follow_up',
      'follow_up',
      'renew_follow_up',
      'search',
    ];
    const named = [...ACTIONS.map(permissionOf), ...acts.map((act) => `tracing_request.${act}`)];
    const onRequests = Object.keys(TRACING_PERMISSIONS).filter((name) => name.startsWith('tracing_request.'));
    expect(onRequests.filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('the API document', () => {
  it('has a route, a tag, security and problems for every operation, and names each once', async () => {
    const { openapi, paths } = await openApiDocument();
    const operations = Object.values(paths).flatMap((item) => Object.values(item as Record<string, Described>));
    expect(openapi).toBe('3.1.0');
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { operationId, tags, responses, security } of operations) {
      expect({ operationId, tags }).toEqual({ operationId, tags: [expect.any(String)] });
      const problems = Object.entries(responses).filter(([status]) => status >= '400');
      expect(problems.every(([, { content }]) => content !== undefined && 'application/problem+json' in content)).toBe(true);
      expect(security === undefined || security.length === 0).toBe(true);
    }
    for (const action of ACTIONS_AT_THE_DESK) expect(paths).toHaveProperty([`/api/v1/tracing-requests/{id}/${routeOf(action)}`]);
  });

  it('says in the words of 3.1 what may be null, and refers to nothing that is not there', async () => {
    const document = await openApiDocument();
    const text = JSON.stringify(document);
    expect(text).not.toContain('"nullable"');
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in (document.components?.schemas ?? {})))).toEqual([]);
  }, 20_000);
});

interface Described {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}
