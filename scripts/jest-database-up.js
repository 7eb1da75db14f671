import './typescript.js';

/** Jest neither maps aliases nor transforms ESM here, hence the loader. */
export default async function databaseUp() {
  const server = await import('../libs/testing/src/test-database-server.ts');
  globalThis.tracedeskTestDatabaseDown = await server.startTestDatabaseServer();
}
