import { rmSync } from 'node:fs';

export default async function databaseDown() {
  await globalThis.tracedeskTestDatabaseDown?.();
  if (globalThis.tracedeskTestFolder) rmSync(globalThis.tracedeskTestFolder, { recursive: true, force: true });
}
