import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, type EntryFacts } from '@tracedesk/audit';
import { Directory } from '@tracedesk/directory';
import { denied, ok, Sealed, type Result, type StateCode } from '@tracedesk/kernel';
import { DeskLog, UnitOfWork } from '@tracedesk/platform';
import { BeginSession } from './begin-session.service.js';
import { PasswordHasher, PasswordHasherBusy, type Verdict } from '../password-hasher.service.js';
import { People, type PersonRow } from '../people.repository.js';
import type { SignedIn } from '../session.js';
import { signInNameFrom } from '../sign-in-name.js';
import { SignInThrottle } from '../sign-in-throttle.repository.js';
import { deviceIn, deviceMarkOf } from '../throttle.js';

export interface SignInCommand {
  readonly state: StateCode;
  readonly name: string;
  readonly password: Sealed<string>;
  /** The address the attempt comes from. */
  readonly from: string;
  /** What the browser kept of an earlier sign-in, as it was sent. */
  readonly deviceMark: string | null;
}

/** Signs a person in by name and password. Whoever does not exist is refused at the same cost, with the same word. */
@Injectable()
export class SignIn {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly people: People,
    private readonly directory: Directory,
    private readonly hasher: PasswordHasher,
    private readonly sessions: BeginSession,
    private readonly work: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly log: DeskLog,
  ) {}

  async execute(command: SignInCommand): Promise<Result<SignedIn>> {
    const name = signInNameFrom(command.name);
    const person = await this.people.atTheDoor(command.state, name);
    const device = deviceIn(command.deviceMark, person?.passwordHash ?? null);
    const attempt = await this.throttle.take({ state: command.state, signInName: name, address: command.from, device });
    if (!attempt.ok) {
      await this.#enterThrottled(command, name);
      return attempt;
    }

    const served = await this.directory.isServed(command.state);
    const verdict = await this.#verify(command.password, person);
    if (verdict === 'busy') {
      await this.throttle.giveBack(attempt.value);
      return denied('SIGN_IN_BUSY');
    }
    if (!served || person === null || !person.active || verdict === 'wrong') {
      if (served) await this.#enter(command.state, name, 'sign_in.failed', { reason: reasonOf(person, verdict) });
      return denied('SIGN_IN_FAILED');
    }

    await this.throttle.giveBack(attempt.value);
    const newHash = verdict === 'right_but_outdated' ? await this.hasher.hash(command.password) : undefined;
    const begun = await this.#begin(command.state, person, device, newHash);
    return begun.ok || newHash === undefined ? begun : this.#again(command, device);
  }

  async #begin(state: StateCode, person: PersonRow, device: string | null, newHash?: string): Promise<Result<SignedIn>> {
    const begun = await this.sessions.execute({ state, person, means: 'password', newHash });
    if (!begun.ok) return begun;
    return ok({ ...begun.value, deviceMark: deviceMarkOf(device ?? newDevice(), newHash ?? person.passwordHash) });
  }

  /** Who came in by an outdated hash at the same moment has made it anew: the password is held against that one, once. */
  async #again({ state, name, password }: SignInCommand, device: string | null): Promise<Result<SignedIn>> {
    const person = await this.people.atTheDoor(state, signInNameFrom(name));
    if (!person?.active || (await this.#verify(password, person)) !== 'right') return denied('SIGN_IN_FAILED');
    return this.#begin(state, person, device);
  }

  async #verify(password: Sealed<string>, person: PersonRow | null): Promise<Verdict | 'busy'> {
    try {
      return await this.hasher.verify(password, person?.passwordHash ?? null);
    } catch (error) {
      if (error instanceof PasswordHasherBusy) return 'busy';
      throw error;
    }
  }

  async #enterThrottled({ state, from }: SignInCommand, name: string): Promise<void> {
    this.log.warn('sign_in.throttled', { state });
    if (!(await this.throttle.isFirstDenial({ state, address: from })) || !(await this.directory.isServed(state))) return;
    await this.#enter(state, name, 'sign_in.throttled', {});
  }

  /** On the record of the State whose door it was. The name is sealed: people mistype a password into that field. */
  async #enter(state: StateCode, name: string, action: string, facts: EntryFacts): Promise<void> {
    const actor = { kind: 'process', name: 'door', state } as const;
    await this.work.run(actor, 'session.begin', async (tx) => {
      await this.audit.append(tx, {
        class: 'authentication',
        action,
        object: { kind: 'sign_in', id: randomUUID() },
        outcome: 'denied',
        facts,
        restricted: { name: Sealed.of(name) },
      });
      return ok(undefined);
    });
  }
}

const DEVICE_BYTES = 16;

function newDevice(): string {
  return randomBytes(DEVICE_BYTES).toString('base64url');
}

type FailureReason = 'unknown_name' | 'disabled' | 'wrong_password';

function reasonOf(person: PersonRow | null, verdict: Verdict): FailureReason {
  if (person === null) return 'unknown_name';
  return verdict === 'wrong' ? 'wrong_password' : 'disabled';
}
