import { Injectable } from '@nestjs/common';
import type { StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { authorityKey } from './authority-name.js';

/** An authority of a State, as that State calls it. */
export interface Authority {
  readonly id: string;
  readonly name: string;
}

/** The authorities that States named: what another State designates under ITI 15(a) is held against them. Every State reads; a State names its own. */
@Injectable()
export class Authorities {
  async of(tx: Tx, state: StateCode): Promise<readonly Authority[]> {
    return tx.query<Authority>('SELECT id, name FROM authorities WHERE state = $1 ORDER BY name', [state]);
  }

  /** The own State's authorities of these names; one that it has not named yet is named now, as it is written here. */
  async named(tx: Tx, names: readonly string[]): Promise<readonly Authority[]> {
    // Of several spellings the first stays.
    const byKey = new Map([...names].reverse().map((name) => [authorityKey(name), name.trim()]));
    const keys = [...byKey.keys()];
    await tx.query(
      `INSERT INTO authorities (state, name, name_key) SELECT $1, name, key FROM unnest($2::text[], $3::text[]) AS given (name, key)
       ON CONFLICT DO NOTHING`,
      [tx.state, [...byKey.values()], keys],
    );
    return tx.query<Authority>(
      'SELECT id, name FROM authorities WHERE state = $1 AND name_key = ANY ($2::text[]) ORDER BY name',
      [tx.state, keys],
    );
  }
}
