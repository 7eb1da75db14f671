import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { startTestDatabaseServer } from '../libs/testing/src/test-database-server.js';
const stop = await startTestDatabaseServer();
const { openTestDesk, TracingWalk } = await import('../libs/testing/src/test-desk.js');
const desk = await openTestDesk();
await desk.app.listen(0, '127.0.0.1');
const origin = await desk.app.getUrl();
const signIn = await fetch(origin + '/api/v1/session', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ state: 'QR', name: 'officer', password: desk.demonstration.password }),
});
const { token } = (await signIn.json()) as { token: string };
const walk = new TracingWalk(desk);
const N = Number(process.argv[2] ?? 3000);
const drafts: string[] = [];
let t = performance.now();
await Promise.all(
  Array.from({ length: 4 }, async () => {
    while (drafts.length < N) drafts.push((await walk.checked()).id);
  }),
);
console.log('drafts+checks', N, Math.round(N / ((performance.now() - t) / 1000)), '/s');
writeFileSync('/tmp/bench/drafts.json', JSON.stringify({ origin, token, drafts: drafts.slice(0, N) }));
import { execSync } from 'node:child_process';
const pgCpu = () => {
  const pids = execSync('pgrep -f tracedesk-postgres || true').toString();
  void pids;
  return (
    Number(
      execSync(
        "for p in $(ps -eo pid,args | grep -v grep | grep 'tracedesk-postgres' | awk '{print $1}'); do for c in $p $(pgrep -P $p); do awk '{print $14+$15}' /proc/$c/stat 2>/dev/null; for d in $(pgrep -P $c); do awk '{print $14+$15}' /proc/$d/stat 2>/dev/null; done; done; done | paste -sd+ | bc",
      ).toString(),
    ) * 10
  );
};
const cpu0 = process.cpuUsage();
const pg0 = pgCpu();
await new Promise<void>((resolve) => fork('/tmp/bench/client.mjs', { execArgv: [] }).on('exit', () => resolve()));
const cpu = process.cpuUsage(cpu0);
console.log('node ms/submit', (cpu.user + cpu.system) / 1000 / N, 'pg ms/submit', (pgCpu() - pg0) / N);
// list
const list = await desk.database.superuser('select count(*) from tracing_requests');
console.log(list);
const { ListRequests } = await import('../libs/tracing/src/index.js');
const lr = desk.get(ListRequests);
for (let i = 0; i < 50; i++) await lr.execute(walk.requested, { direction: 'incoming', limit: 50 });
t = performance.now();
for (let i = 0; i < 300; i++) await lr.execute(walk.requested, { direction: 'incoming', limit: 50 });
console.log('list use case ms', (performance.now() - t) / 300);
if (process.argv[3]) {
  console.log(origin, token);
  console.log(process.env['TRACEDESK_TEST_SERVER']);
  await new Promise(() => {});
}
await desk.close();
await stop();
process.exit(0);
