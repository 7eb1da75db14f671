import { openApiDocument } from '@tracedesk/app-api';

/** The API's description as it is served at /api/v1/openapi.json, made without a database. */
export async function openApiJson(): Promise<string> {
  return `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
}
