import type { OpenAPIObject } from '@nestjs/swagger';

// The JSON interface, for the app that contains it.
export { ApiAloneModule, ApiModule } from './api.module.js';
export { API_DENIAL_STATUS } from './denial-status.js';
export { API } from './routes.js';

/** The API document, for the generator of docs/generated/openapi.json. The generator's libraries are loaded only here. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const { buildOpenApi } = await import('./openapi/build-open-api.js');
  return buildOpenApi();
}
