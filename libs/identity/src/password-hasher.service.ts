import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CodedError, type Sealed } from '@tracedesk/kernel';
import {
  CURRENT_COST,
  isOutdated,
  KEY_BYTES,
  nobodysHash,
  readPasswordHash,
  SALT_BYTES,
  writePasswordHash,
  type ScryptCost,
} from './password-hash.js';

/** Each takes 32 MiB and one core: more at once would let sign-ins starve the desk. */
const AT_ONCE = 2;
/** Beyond this line people would wait too long anyway. */
const MAX_WAITING = 32;

export class PasswordHasherBusy extends CodedError<'PASSWORD_HASHER_BUSY'> {}

export type Verdict = 'wrong' | 'right' | 'right_but_outdated';

/** scrypt, at most two at once, at the same cost for those who exist and those who do not. */
@Injectable()
export class PasswordHasher {
  /** Specs about something else hash at a lower cost. */
  protected readonly cost: ScryptCost = CURRENT_COST;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  async hash(password: Sealed<string>): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return writePasswordHash({ cost: this.cost, salt, key: await this.#derive(password, salt, this.cost) });
  }

  /** Verifies against the kept hash, or against nobody's where there is none: the work is done in either case. */
  async verify(password: Sealed<string>, kept: string | null): Promise<Verdict> {
    const read = kept === null ? null : readPasswordHash(kept);
    const { cost, salt, key } = read ?? nobodysHash(this.cost);
    const same = timingSafeEqual(key, await this.#derive(password, salt, cost));
    if (!same || read === null) return 'wrong';
    return isOutdated(read, this.cost) ? 'right_but_outdated' : 'right';
  }

  async #derive(password: Sealed<string>, salt: Buffer, { ln, r, p }: ScryptCost): Promise<Buffer> {
    await this.#turn();
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        // Node refuses what takes more than 32 MiB unless told: twice the need leaves room for its own.
        const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r };
        scrypt(password.reveal().normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      });
    } finally {
      this.#next();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < AT_ONCE) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= MAX_WAITING) {
      throw new PasswordHasherBusy('PASSWORD_HASHER_BUSY', 'Too many passwords are waiting to be verified.', {
        waiting: MAX_WAITING,
      });
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Hands the turn on, or gives it back. */
  #next(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
