// Loaded into a desk of ours (`NODE_OPTIONS=--import …/witness.js`) it writes what the desk asks of PostgreSQL, and as whom, to the file
// WITNESS_FILE: the honest list of statements for a baseline, and the connections for a search of the tables. Never part of the product.
import { appendFileSync, existsSync } from 'node:fs';
import pg from 'pg';

const file = process.env['WITNESS_FILE'];
/** Statements are written while this file is there, connections always. */
const gate = process.env['WITNESS_GATE'];

if (file) {
  const seen = new Set();
  const { connect, query } = pg.Client.prototype;

  pg.Client.prototype.connect = function (...given) {
    const { user, password, host, port, database } = this;
    const connection = { user, password, host, port, database };
    const line = JSON.stringify({ connection });
    if (!seen.has(line)) write(line);
    seen.add(line);
    return connect.apply(this, given);
  };

  pg.Client.prototype.query = function (...given) {
    if (gate && existsSync(gate)) {
      const [first, second] = given;
      const text = typeof first === 'string' ? first : first?.text;
      const values = (typeof first === 'object' ? first?.values : undefined) ?? (Array.isArray(second) ? second : []);
      if (typeof text === 'string') write(JSON.stringify({ user: this.user, text, values: values.map(kept) }));
    }
    return query.apply(this, given);
  };
}

function write(line) {
  appendFileSync(file, `${line}\n`, { mode: 0o600 });
}

/** JSON has no bytes and no dates. */
function kept(value) {
  if (Buffer.isBuffer(value) || value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Date) return { date: value.toISOString() };
  if (Array.isArray(value)) return { list: value.map(kept) };
  return { plain: value === undefined ? null : value };
}
