import type { DatabasePasswords } from '@tracedesk/platform';

/** How the files of a run find the server that its set-up started. */
export const TEST_SERVER_VARIABLE = 'TRACEDESK_TEST_SERVER';
/** Where a run of Jest keeps the demonstration that its desks are copies of. */
export const DEMONSTRATION_VARIABLE = 'TRACEDESK_TEST_DEMONSTRATION';
export const TEMPLATE = 'desk_template';

export interface TestServer {
  /** As superuser, at the server's own database. */
  readonly url: string;
  readonly passwords: Required<DatabasePasswords>;
}

export function testServer(): TestServer {
  const found = process.env[TEST_SERVER_VARIABLE];
  if (found === undefined)
    throw new Error(
      'No test database: the file needs a name that ends in .int-spec.ts or .e2e-spec.ts, so that Jest starts one.',
    );
  return JSON.parse(found) as TestServer;
}
