import { Injectable } from '@nestjs/common';
import type { PersonId, Role, StateCode } from '@tracedesk/kernel';
import { DeskDatabase, type Tx } from '@tracedesk/platform';

export interface PersonRow {
  readonly id: PersonId;
  readonly role: Role;
  readonly displayName: string;
  readonly language: string;
  readonly passwordHash: string;
  readonly active: boolean;
}

export interface NewPerson {
  readonly signInName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly language: string;
  readonly passwordHash: string;
}

/** The people of each State: known to their own State only, but for one look-up at the door. */
@Injectable()
export class People {
  constructor(private readonly database: DeskDatabase) {}

  /** The person who wants to come in: asked before anybody is signed in. */
  async atTheDoor(state: StateCode, signInName: string): Promise<PersonRow | null> {
    const [row] = await this.database.door<PersonRow>(
      `SELECT id, role, display_name AS "displayName", language, password_hash AS "passwordHash", active
         FROM person_by_name($1, $2)`,
      [state, signInName],
    );
    return row ?? null;
  }

  /** The person of the actor's State by that name, for whoever administers them. */
  async byName(tx: Tx, signInName: string): Promise<{ id: PersonId; active: boolean } | null> {
    const [row] = await tx.query<{ id: PersonId; active: boolean }>(
      'SELECT id, active FROM people WHERE state = $1 AND sign_in_name = $2',
      [tx.state, signInName],
    );
    return row ?? null;
  }

  /** Adds the person, or gives null where the State has somebody of that name. */
  async add(tx: Tx, person: NewPerson): Promise<PersonId | null> {
    const [added] = await tx.query<{ id: PersonId }>(
      `INSERT INTO people (state, sign_in_name, display_name, role, language, password_hash)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
      [tx.state, person.signInName, person.displayName, person.role, person.language, person.passwordHash],
    );
    return added?.id ?? null;
  }

  /** Whether the person who was recognised by this hash may still come in by it, and goes on being so until the end of this transaction. */
  async holdsTheDoor(tx: Tx, { id, passwordHash }: Pick<PersonRow, 'id' | 'passwordHash'>): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(${DOOR_OF})`, [id]);
    // By itself: a statement sees what was committed before it began, and this one waited.
    const [row] = await tx.query('SELECT FROM people WHERE state = $1 AND id = $2 AND active AND password_hash = $3', [
      tx.state,
      id,
      passwordHash,
    ]);
    return row !== undefined;
  }

  /** The same password at a higher cost, once of all who come in by it at that moment. Row security lets api and web do this to a hash of an older cost alone. */
  async hashAnew(tx: Tx, { id, passwordHash }: Pick<PersonRow, 'id' | 'passwordHash'>, newHash: string): Promise<void> {
    await tx.query('UPDATE people SET password_hash = $4 WHERE state = $1 AND id = $2 AND password_hash = $3', [
      tx.state,
      id,
      passwordHash,
      newHash,
    ]);
  }

  /** For the administration, who ends the person's sessions too: nobody comes in by the old password meanwhile. */
  async setPasswordHash(tx: Tx, id: PersonId, passwordHash: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${DOOR_OF})`, [id]);
    await tx.query('UPDATE people SET password_hash = $3 WHERE state = $1 AND id = $2', [tx.state, id, passwordHash]);
  }

  async disable(tx: Tx, id: PersonId): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${DOOR_OF})`, [id]);
    await tx.query('UPDATE people SET active = false WHERE state = $1 AND id = $2', [tx.state, id]);
  }
}

/** No lock of the row: that wants a right to change it, which api and web do not have. */
const DOOR_OF = `hashtextextended('door of ' || $1, 0)`;
