import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scryptSync } from 'node:crypto';
import { AUDIT_EVENTS, AuditLog, EventCatalogue } from '@tracedesk/audit';
import { CreateState, Directory, DIRECTORY_EVENTS } from '@tracedesk/directory';
import { Sealed, stateCode, type Actor, type DeskProcess, type PersonId, type Result, type Role } from '@tracedesk/kernel';
import { DeskLog } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { IDENTITY_EVENTS } from './identity.events.js';
import { PasswordHasher } from './password-hasher.service.js';
import { CURRENT_COST, writePasswordHash, type ScryptCost } from './password-hash.js';
import { People } from './people.repository.js';
import type { SignedIn } from './session.js';
import { Sessions } from './sessions.repository.js';
import { SignInThrottle } from './sign-in-throttle.repository.js';
import { addressKey, nameKey, placeKey } from './throttle.js';
import { BeginSession } from './use-cases/begin-session.service.js';
import { CreatePerson } from './use-cases/create-person.service.js';
import { DisablePerson } from './use-cases/disable-person.service.js';
import { ResetPassword } from './use-cases/reset-password.service.js';
import { SignIn } from './use-cases/sign-in.service.js';
import { SignOut } from './use-cases/sign-out.service.js';

const PASSWORD = 'a long enough secret';
const QM = stateCode('QM');

/** A quarter of a second for each password would be waited for here, and is tested beside the hash. */
class QuickHasher extends PasswordHasher {
  protected override readonly cost = { ln: 11, r: 8, p: 1 };
}

let desk: TestDatabase;
let sessions: Sessions;
let people: People;
let signIn: SignIn;
let use: { signOut: SignOut; disable: DisablePerson; reset: ResetPassword; create: CreatePerson; begin: BeginSession };

beforeAll(async () => {
  desk = await openTestDatabase();
  const { database, work, stateKeys } = desk;
  const audit = new AuditLog(new EventCatalogue([...AUDIT_EVENTS, ...DIRECTORY_EVENTS, ...IDENTITY_EVENTS]), stateKeys);
  const hasher = new QuickHasher();
  const directory = new Directory(database);
  sessions = new Sessions(database);
  people = new People(database);
  const begin = new BeginSession(work, people, sessions, audit);
  const throttle = new SignInThrottle(database);
  signIn = new SignIn(throttle, people, directory, hasher, begin, work, audit, new DeskLog('silent'));
  use = {
    signOut: new SignOut(work, sessions, audit),
    disable: new DisablePerson(work, people, sessions, audit),
    reset: new ResetPassword(work, people, sessions, hasher, audit),
    create: new CreatePerson(work, people, hasher, audit),
    begin,
  };
  const createState = new CreateState(work, audit, stateKeys);
  for (const code of [QM, stateCode('QN')]) {
    await createState.execute(administrationOf(code), { code, timeZone: 'Europe/Zurich', officersSubmit: true });
  }
  await aPerson('officer');
  await aPerson('officer', 'QN');
});
afterAll(async () => desk.close());

const administrationOf = (state: string): DeskProcess => ({ kind: 'process', name: 'administration', state: stateCode(state) });

async function aPerson(signInName: string, state = 'QM', role: Role = 'tracing_officer'): Promise<PersonId> {
  const created = await use.create.execute(administrationOf(state), {
    signInName,
    displayName: `The ${signInName}`,
    role,
    language: 'en',
    password: Sealed.of(PASSWORD),
  });
  if (!created.ok) throw new Error(created.denial.code);
  return created.value;
}

const HERE = '192.0.2.1';

async function signInAs(
  name: string,
  { state = 'QM', password = PASSWORD, from = HERE, deviceMark = null as string | null } = {},
): Promise<Result<SignedIn>> {
  return signIn.execute({ state: stateCode(state), name, password: Sealed.of(password), from, deviceMark });
}

async function signedIn(name: string): Promise<SignedIn> {
  const result = await signInAs(name);
  if (!result.ok) throw new Error(result.denial.code);
  return result.value;
}

const entriesOf = async (action: string): Promise<{ envelope: string }[]> =>
  desk.superuser(
    `select convert_from(content, 'UTF8') as envelope from audit_parts
      where name = 'envelope' and convert_from(content, 'UTF8') like '%"action":"' || $1 || '"%' order by entry_id`,
    [action],
  );

describe('signing in', () => {
  it('denies wrong password, unknown name, unknown State and disabled person with one word', async () => {
    await aPerson('gone');
    await use.disable.execute(administrationOf('QM'), 'gone');
    const tries = [
      signInAs('officer', { password: 'a wrong long secret' }),
      signInAs('nobody'),
      signInAs('officer', { state: 'QZ' }),
      signInAs('gone'),
    ];
    for (const tried of tries) expect(await tried).toEqual({ ok: false, denial: { code: 'SIGN_IN_FAILED' } });
    const reasons = (await entriesOf('sign_in.failed')).map(
      ({ envelope }) => (JSON.parse(envelope) as { facts: { reason: string } }).facts.reason,
    );
    expect(reasons.sort()).toEqual(['disabled', 'unknown_name', 'wrong_password']);
  });

  it('keeps neither token nor typed name in plain', async () => {
    await signInAs('my-secret-typed-as-name');
    const { token } = await signedIn('officer');
    const [row] = await desk.superuser<{ everything: string }>(
      `select string_agg(t::text, '|') as everything from (select s::text from sessions s union all select p::text from audit_parts p) t`,
    );
    expect(row!.everything).not.toContain(token);
    expect(row!.everything).not.toContain(Buffer.from(token).toString('hex'));
    expect(row!.everything).not.toContain(Buffer.from('my-secret-typed-as-name').toString('hex'));
  });

  it('gives a session, enters it, and knows the person by it', async () => {
    const { token, person, session } = await signedIn('  Officer ');
    expect(person).toMatchObject({ state: 'QM', role: 'tracing_officer', displayName: 'The officer' });
    const found = await sessions.byToken(token);
    expect(found).toMatchObject({ signInName: 'officer', csrfToken: session.csrfToken });
    expect(found?.officer).toMatchObject({ kind: 'person', personId: person.id, state: 'QM', sessionId: session.id });
    const [begun] = (await entriesOf('session.begun')).slice(-1);
    expect(JSON.parse(begun!.envelope)).toMatchObject({
      object: { kind: 'session', id: session.id },
      facts: { means: 'password' },
    });
  });

  it('hashes the password again when the kept hash is of an older cost', async () => {
    const id = await aPerson('veteran');
    const cost = { ln: 10, r: 8, p: 1 };
    const salt = Buffer.alloc(16, 9);
    const key = scryptSync(PASSWORD, salt, 32, { N: 2 ** cost.ln, r: cost.r, p: cost.p });
    await desk.superuser('update people set password_hash = $2 where id = $1', [id, writePasswordHash({ cost, salt, key })]);
    await signedIn('veteran');
    const [row] = await desk.superuser<{ password_hash: string }>('select password_hash from people where id = $1', [id]);
    expect(row!.password_hash).toMatch(/^\$scrypt\$ln=11,r=8,p=1\$/);
    await signedIn('veteran');
  });

  it('lets everybody in who comes by the older hash at once', async () => {
    const id = await aPerson('twins');
    const cost = { ln: 10, r: 8, p: 1 };
    const salt = Buffer.alloc(16, 9);
    const key = scryptSync(PASSWORD, salt, 32, { N: 2 ** cost.ln, r: cost.r, p: cost.p });
    await desk.superuser('update people set password_hash = $2 where id = $1', [id, writePasswordHash({ cost, salt, key })]);
    const came = await Promise.all(Array.from({ length: 4 }, () => signInAs('twins')));
    expect(came.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });
});

describe('a session ends at once', () => {
  const ended = async (token: string): Promise<boolean> => (await sessions.byToken(token)) === null;
  const aged = async ({ session }: SignedIn, change: string): Promise<unknown> =>
    desk.superuser(`update sessions set ${change} where id = $1`, [session.id]);

  it('when its person signs out', async () => {
    const signed = await signedIn('officer');
    await use.signOut.execute((await sessions.byToken(signed.token))!.officer);
    expect(await ended(signed.token)).toBe(true);
  });

  it('when its person is disabled', async () => {
    await aPerson('leaver');
    const { token } = await signedIn('leaver');
    await use.disable.execute(administrationOf('QM'), 'leaver');
    expect(await ended(token)).toBe(true);
  });

  it('when its person’s password is reset, and the old password is worth nothing', async () => {
    await aPerson('forgetful');
    const { token } = await signedIn('forgetful');
    await use.reset.execute(administrationOf('QM'), { signInName: 'forgetful', password: Sealed.of('another long secret') });
    expect(await ended(token)).toBe(true);
    expect(await signInAs('forgetful')).toMatchObject({ denial: { code: 'SIGN_IN_FAILED' } });
  });

  it('after twelve hours, and after an hour without a request', async () => {
    const [old, idle, fresh] = [await signedIn('officer'), await signedIn('officer'), await signedIn('officer')];
    await aged(old, `expires_at = clock_timestamp()`);
    await aged(idle, `last_seen_at = clock_timestamp() - interval '61 minutes'`);
    await aged(fresh, `last_seen_at = clock_timestamp() - interval '59 minutes'`);
    expect([await ended(old.token), await ended(idle.token), await ended(fresh.token)]).toEqual([true, true, false]);
  });

  it('but not when the business clock of a demonstration moves', async () => {
    const { token } = await signedIn('officer');
    await desk.advance('7 days');
    expect(await ended(token)).toBe(false);
  });

  it('and notes its use at most once a minute', async () => {
    const signed = await signedIn('officer');
    const seen = async (): Promise<string> =>
      (
        await desk.superuser<{ seen: string }>('select last_seen_at::text as seen from sessions where id = $1', [
          signed.session.id,
        ])
      )[0]!.seen;
    const before = await seen();
    await sessions.byToken(signed.token);
    expect(await seen()).toBe(before);
    await aged(signed, `last_seen_at = clock_timestamp() - interval '2 minutes'`);
    await sessions.byToken(signed.token);
    expect((await seen()) > before).toBe(true);
  });
});

describe('guessing passwords', () => {
  const failures = async (key: Buffer, attempts: number, ago = '3 minutes'): Promise<unknown> =>
    desk.superuser(`insert into throttle_counters values ($1, date_trunc('minute', clock_timestamp() - $3::interval), $2)`, [
      key,
      attempts,
      ago,
    ]);

  it('is over after ten failures for a name at one place, even with the right password, and the same name of another State goes on', async () => {
    await aPerson('target');
    await failures(placeKey({ state: QM, signInName: 'target', address: HERE }), 10);
    const result = await signInAs('target');
    expect(result).toMatchObject({ ok: false, denial: { code: 'SIGN_IN_THROTTLED' } });
    const wait = result.ok ? 0 : Number(result.denial.details?.['retryAfterSeconds']);
    expect(wait).toBeGreaterThan(600);
    expect(wait).toBeLessThanOrEqual(720);

    await aPerson('target', 'QN');
    expect(await signInAs('target', { state: 'QN' })).toMatchObject({ ok: true });
  });

  it('is over for an address at one State’s door after a hundred, whatever the names, and goes on at another’s', async () => {
    await failures(addressKey({ state: QM, address: '198.51.100.7' }), 100);
    expect(await signInAs('officer', { from: '198.51.100.7' })).toMatchObject({ denial: { code: 'SIGN_IN_THROTTLED' } });
    expect(await signInAs('officer', { from: '198.51.100.8' })).toMatchObject({ ok: true });
    expect(await signInAs('officer', { from: '198.51.100.7', state: 'QN' })).toMatchObject({ ok: true });
  });

  it('shuts nobody out of the device they have signed in on before, whatever strangers did from wherever', async () => {
    await aPerson('pursued');
    const from = '203.0.113.9';
    const before = await signInAs('pursued', { from });
    const deviceMark = before.ok ? (before.value.deviceMark ?? '') : '';
    await failures(nameKey({ state: QM, signInName: 'pursued' }), 100);
    await failures(addressKey({ state: QM, address: from }), 100);
    await failures(placeKey({ state: QM, signInName: 'pursued', address: from }), 10);
    expect(await signInAs('pursued', { from })).toMatchObject({ denial: { code: 'SIGN_IN_THROTTLED' } });
    expect(await signInAs('pursued', { from, deviceMark: `${deviceMark.slice(0, -1)}_` })).toMatchObject({ ok: false });
    expect(await signInAs('pursued', { from, deviceMark })).toMatchObject({ ok: true, value: { deviceMark } });
  });

  it('is forgotten after a quarter of an hour, and counters of old go', async () => {
    await failures(placeKey({ state: QM, signInName: 'officer', address: HERE }), 10, '16 minutes');
    expect(await signInAs('officer')).toMatchObject({ ok: true });
    await signInAs('officer');
    const old = await desk.superuser(
      `select 1 from throttle_counters where window_start < clock_timestamp() - interval '17 minutes'`,
    );
    expect(old).toEqual([]);
  });

  it('gets no further all at once than one by one', async () => {
    await aPerson('besieged');
    await failures(placeKey({ state: QM, signInName: 'besieged', address: HERE }), 7);
    const guesses = await Promise.all(Array.from({ length: 12 }, () => signInAs('besieged', { password: 'a wrong long guess' })));
    const codes = guesses.map((guess) => (guess.ok ? 'in' : guess.denial.code));
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED').length).toBeLessThanOrEqual(3);
    expect(codes).toContain('SIGN_IN_THROTTLED');
  });

  it('is one entry per State, address and minute once the door is closed, not one per knock', async () => {
    await failures(placeKey({ state: QM, signInName: 'hammered', address: '198.51.100.99' }), 10);
    for (let time = 0; time < 4; time += 1) await signInAs('hammered', { from: '198.51.100.99' });
    const entries = await entriesOf('sign_in.throttled');
    expect(entries.length).toBeGreaterThanOrEqual(1);
    const before = entries.length;
    await signInAs('hammered', { from: '198.51.100.99' });
    await signInAs('hammered', { from: '198.51.100.99' });
    expect((await entriesOf('sign_in.throttled')).length - before).toBeLessThanOrEqual(1);
  });

  it('is not what a right password is: ten in a row stay open', async () => {
    for (let time = 0; time < 11; time += 1)
      expect(await signInAs('officer', { from: '203.0.113.5' })).toMatchObject({ ok: true });
  });
});

describe('whoever takes api or web over', () => {
  const asApp = (statement: string, values: readonly unknown[]) =>
    desk.database.inState({ kind: 'process', name: 'upkeep', state: QM }, 'READ WRITE', (tx) => tx.query(statement, values));

  it('gives nobody a password: a hash at today’s cost is out of reach, and only one of an older cost is made anew', async () => {
    const id = await aPerson('aim');
    const kept = async () => (await desk.superuser('select password_hash from people where id = $1', [id]))[0];
    const hashOf = (cost: ScryptCost) => writePasswordHash({ cost, salt: Buffer.alloc(16, 9), key: Buffer.alloc(32, 9) });
    const set = (hash: string) => desk.superuser('update people set password_hash = $2 where id = $1', [id, hash]);

    await set(hashOf(CURRENT_COST));
    expect(await asApp('update people set password_hash = $1 where id = $2 returning id', ['$another$', id])).toEqual([]);
    expect(await kept()).toEqual({ password_hash: hashOf(CURRENT_COST) });
    await set(hashOf({ ...CURRENT_COST, ln: CURRENT_COST.ln - 1 }));
    expect(await asApp('update people set password_hash = $1 where id = $2 returning id', ['$another$', id])).toHaveLength(1);
  });

  it('makes nobody, shuts nobody out, and puts nobody into an authority', async () => {
    const id = await aPerson('bystander');
    for (const statement of [
      `insert into people (state, sign_in_name, display_name, role, password_hash) select 'QM', 'new', 'New', 'operator', 'x' where $1::uuid is not null`,
      'update people set active = false where id = $1',
      'insert into authority_members (state, person_id, authority_id) select state, $1, id from authorities',
      'delete from authority_members where person_id = $1',
    ])
      await expect(asApp(statement, [id])).rejects.toMatchObject({ context: { sqlState: '42501' } });
  });
});

describe('a session', () => {
  const asApp = (statement: string, values: readonly unknown[]) =>
    desk.database.inState({ kind: 'process', name: 'upkeep', state: QM }, 'READ WRITE', (tx) => tx.query(statement, values));

  it('that was ended stays so, and none lasts longer than a day’s work, whatever api and web say', async () => {
    const { session, person } = await signedIn('officer');
    await asApp('update sessions set revoked_at = clock_timestamp() where id = $1', [session.id]);
    expect(await asApp('update sessions set revoked_at = null where id = $1 returning id', [session.id])).toEqual([]);
    const long = `insert into sessions (token_hash, id, person_id, state, expires_at)
                  values (decode(repeat('0a', 32), 'hex'), gen_random_uuid(), $1, 'QM', clock_timestamp() + interval '14 hours')`;
    await expect(asApp(long, [person.id])).rejects.toMatchObject({ context: { sqlState: '42501' } });
  });
});

describe('a password that is given anew', () => {
  it('shuts out whoever is coming in by the old one at that moment', async () => {
    await aPerson('overtaken');
    const person = (await people.atTheDoor(QM, 'overtaken'))!;
    const given = await use.reset.execute(administrationOf('QM'), {
      signInName: 'overtaken',
      password: Sealed.of(`${PASSWORD} new`),
    });
    expect(given.ok).toBe(true);
    expect(await use.begin.execute({ state: QM, person, means: 'password' })).toEqual({
      ok: false,
      denial: { code: 'SIGN_IN_FAILED' },
    });
  });
});

describe('people of another State', () => {
  const upkeepOf = (state: string): Actor => ({ kind: 'process', name: 'upkeep', state: stateCode(state) });

  it('cannot be found, changed or signed out', async () => {
    const id = await aPerson('private');
    const { token } = await signedIn('private');
    const seen = await desk.work.read(upkeepOf('QN'), async (tx) => [
      await tx.query('SELECT 1 FROM people WHERE id = $1', [id]),
      await tx.query('SELECT 1 FROM sessions WHERE person_id = $1', [id]),
    ]);
    expect(seen).toEqual([[], []]);
    expect(await use.disable.execute(administrationOf('QN'), 'private')).toMatchObject({ denial: { code: 'PERSON_NOT_FOUND' } });
    expect(await sessions.byToken(token)).not.toBeNull();
  });

  it('are not there outside a unit of work, but through the two look-ups at the door', async () => {
    expect(await desk.database.door('SELECT 1 FROM people')).toEqual([]);
    expect(await desk.database.door('SELECT 1 FROM sessions')).toEqual([]);
    expect(await people.atTheDoor(QM, 'officer')).not.toBeNull();
  });

  it.each(['desk_sweeper', 'desk_relay', 'desk_sequencer'])('are none of %s’s business', async (role) => {
    await desk.superuser(`set role ${role}`);
    try {
      await expect(desk.superuser(`select * from people`)).rejects.toMatchObject({ code: '42501' });
      await expect(desk.superuser(`select * from person_by_name('QM', 'officer')`)).rejects.toMatchObject({ code: '42501' });
      await expect(desk.superuser(`select * from session_by_token('\\x00')`)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await desk.superuser('reset role');
    }
  });
});
