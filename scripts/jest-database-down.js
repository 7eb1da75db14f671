export default async function databaseDown() {
  await globalThis.tracedeskTestDatabaseDown?.();
}
