import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { DeskProcess, fieldsOf } from '@tracedesk/testing';
import { Witness } from '../bench/statements.js';
import {
  A_FULL_RESPONSE,
  A_REFUSAL,
  aDraft,
  anAcknowledgement,
  BACKENDS,
  done,
  move,
  People,
  PROTECTED_WORDS,
  REDIS_ON_PATH,
} from './house.js';

/** The requested State's own reference is open to both parties. */
const OPEN_WORD = String(anAcknowledgement()['reference']);

/** As they were written, and as they look in other clothes: base64, hex, escaped, in small letters. */
const LOOKED_FOR = Object.entries(PROTECTED_WORDS).flatMap(([name, words]) => {
  const core = words.replace(/\.$/, '');
  const bytes = Buffer.from(core);
  return [
    core,
    core.toLowerCase(),
    bytes.toString('base64').replace(/=+$/, '').slice(0, -2),
    bytes.toString('hex'),
    encodeURIComponent(core),
  ].map((form) => [name, form] as const);
});

describe.each(BACKENDS.filter(({ backend }) => backend !== 'redis' || REDIS_ON_PATH))(
  'with queues on $backend',
  ({ backend, env }) => {
    let desk: DeskProcess;
    let witness: Witness;
    const folder = mkdtempSync(join(tmpdir(), 'tracedesk-words-'));

    beforeAll(async () => {
      witness = new Witness(folder);
      desk = await DeskProcess.start({ env: { ...witness.env, ...env, LOG_LEVEL: 'debug' } });
      await everythingThatCarriesWords(new People(desk));
    }, 180_000);
    afterAll(async () => {
      await desk.stop();
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    it('no protected word stands in a log or on the terminal', () => {
      expect(desk.output).toContain('desk.started');
      expect(wordsIn(desk.output)).toEqual([]);
    });

    it('no protected word stands in any column of any table, whatever its type, nor does the password or a token', async () => {
      const { text, tables } = await dump();
      expect(tables).toBeGreaterThan(15);
      // What is open is found, so what is not found is not there.
      expect(text).toContain(OPEN_WORD);
      expect(wordsIn(text)).toEqual([]);
      expect(text).not.toContain(await desk.demonstrationPassword());
      expect(text).not.toContain((await desk.as('QR officer')).token);
    });

    it('no protected word stands in a file of the data folder: log, write-ahead log, queue', () => {
      const found = filesUnder(desk.dataDir).flatMap((file) =>
        wordsIn(readFileSync(file, 'latin1')).map((word) => `${file}: ${word}`),
      );
      expect(found).toEqual([]);
    });

    if (backend === 'redis') {
      it('no protected word stands in Redis', async () => {
        const text = await redisDump();
        expect(text.length).toBeGreaterThan(0);
        expect(wordsIn(text)).toEqual([]);
      });
    }

    /** Every value of every column of every table, as bytes and as text, as a superuser sees them: no row security, no rights in the way. */
    async function dump(): Promise<{ text: string; tables: number }> {
      return witness.asSuperuser(async (database) => {
        const { rows } = await database.query<{ name: string }>(
          `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'm', 'p') and n.nspname <> 'information_schema' order by 1`,
        );
        const texts: string[] = [];
        for (const { name } of rows) {
          const { rows: lines } = await database.query<Record<string, unknown>>(`select * from ${name}`);
          for (const line of lines) texts.push(...Object.values(line).map(plain));
        }
        return { text: texts.join('\n'), tables: rows.filter(({ name }) => name.startsWith('desk.')).length };
      });
    }

    async function redisDump(): Promise<string> {
      const settings = readFileSync(filesUnder(desk.dataDir).find((file) => file.endsWith('redis.conf')) ?? '', 'utf8');
      const port = Number(/^port (\d+)/m.exec(settings)?.[1]);
      const password = /^requirepass "?([^"\s]+)/m.exec(settings)?.[1] ?? '';
      const redis = new Redis(port, '127.0.0.1', { password, maxRetriesPerRequest: 1 });
      try {
        const texts: string[] = [];
        for (const key of await redis.keys('*'))
          texts.push(key, (await redis.dumpBuffer(key))?.toString('latin1') ?? '', await valueOf(redis, key));
        return texts.join('\n');
      } finally {
        redis.disconnect();
      }
    }
  },
);

/** Every act there is that carries words, done and denied. */
async function everythingThatCarriesWords(people: People): Promise<void> {
  const [asking, asked] = [await people.as('QR officer'), await people.as('QM officer')];
  const answered = await people.responded(A_FULL_RESPONSE);
  const refused = await people.responded(A_REFUSAL);
  const withdrawn = await people.submitted(
    aDraft({ priority: 'urgent', question: { ...(aDraft()['question'] as object), urgentBecause: PROTECTED_WORDS.own } }),
  );
  done(await move(asking, withdrawn.id, 'withdraw', { reason: PROTECTED_WORDS.own }));
  await move(asked, withdrawn.id, 'acknowledge', anAcknowledgement());
  await move(asked, answered.id, 'respond', A_REFUSAL);
  await move(asking, answered.id, 'respond', A_REFUSAL);
  done(
    await move(asking, answered.id, 'close', {
      outcome: 'TRANSFERRED_TO_STATE',
      followUp: { kind: 'waived', because: PROTECTED_WORDS.remark },
    }),
  );
  // What is refused at the door must not be repeated in the log either.
  await asking.call('/tracing-requests', {
    method: 'POST',
    body: { ...aDraft(), [PROTECTED_WORDS.serial]: PROTECTED_WORDS.item },
  });
  await asking.call(`/tracing-requests?cursor=${encodeURIComponent(PROTECTED_WORDS.serial)}`);
  await asking.call(`/tracing-requests/${PROTECTED_WORDS.serial}`);
  const subject = { kind: 'tracing_request', id: refused.id };
  const disclosure = done(
    await (
      await people.as('QM supervisor')
    ).call('/disclosures', { method: 'POST', body: { subject, purpose: 'supervision', justification: PROTECTED_WORDS.own } }),
  );
  await asked.call(`/tracing-requests/${refused.id}/question`, {
    headers: { disclosure: String(fieldsOf(disclosure.body)['id']) },
  });
  // Notices and a missed deadline travel through the queues.
  await people.submitted();
  await people.advance('P9D');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
}

function wordsIn(text: string): string[] {
  return LOOKED_FOR.filter(([, form]) => text.includes(form)).map(([name, form]) => `${name} as ${form}`);
}

function plain(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  if (typeof value === 'string') return value;
  return JSON.stringify(value) ?? '';
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false);
}

async function valueOf(redis: Redis, key: string): Promise<string> {
  const kind = await redis.type(key);
  const read: Record<string, () => Promise<unknown>> = {
    string: () => redis.get(key),
    hash: () => redis.hgetall(key),
    list: () => redis.lrange(key, '0', '-1'),
    set: () => redis.smembers(key),
    zset: () => redis.zrange(key, '0', '-1'),
    stream: () => redis.xrange(key, '-', '+'),
  };
  return JSON.stringify(await read[kind]?.()) ?? '';
}
