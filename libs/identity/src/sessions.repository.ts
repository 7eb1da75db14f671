import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { idOf, stateCode, type Officer, type PersonId, type Role, type SessionId } from '@tracedesk/kernel';
import { DeskDatabase, type Tx } from '@tracedesk/platform';
import { SESSION_HOURS, type DeskSession } from './session.js';
import { formTokenOf, looksLikeToken, TOKEN_BYTES, tokenHash } from './session-token.js';

/** Server-side sign-in records. Each request reads its own, so that ending one is felt at once. */
@Injectable()
export class Sessions {
  constructor(private readonly database: DeskDatabase) {}

  /** The session of that token, while it lasts and its person is active. One look-up by key. */
  async byToken(token: string): Promise<DeskSession | null> {
    if (!looksLikeToken(token)) return null;
    const [row] = await this.database.door<SessionRow>(BY_TOKEN, [tokenHash(token)]);
    if (!row) return null;
    const officer: Officer = {
      kind: 'person',
      personId: idOf<PersonId>(row.person_id),
      state: stateCode(row.state),
      role: row.role,
      sessionId: idOf<SessionId>(row.id),
    };
    return {
      officer,
      signInName: row.sign_in_name,
      displayName: row.display_name,
      language: row.language,
      csrfToken: formTokenOf(token, 'session'),
      expiresAt: row.expires_at,
    };
  }

  /** Begins a session of the acting person, and forgets those of theirs that ended more than a day ago. */
  async begin(tx: Tx, officer: Officer): Promise<{ readonly token: string; readonly expiresAt: Date }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const [begun] = await tx.query<{ expires_at: Date }>(
      `WITH forgotten AS (
         DELETE FROM sessions WHERE state = $4 AND person_id = $3 AND expires_at < clock_timestamp() - interval '24 hours')
       INSERT INTO sessions (token_hash, id, person_id, state, expires_at)
       VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5)) RETURNING expires_at`,
      [tokenHash(token), officer.sessionId, officer.personId, tx.state, SESSION_HOURS],
    );
    return { token, expiresAt: begun!.expires_at };
  }

  /** Ends one session at once. */
  async end(tx: Tx, sessionId: SessionId): Promise<void> {
    await tx.query(`${END} AND id = $2`, [tx.state, sessionId]);
  }

  /** Ends all sessions of a person of the actor's State at once. */
  async endAllOf(tx: Tx, personId: PersonId): Promise<void> {
    await tx.query(`${END} AND person_id = $2`, [tx.state, personId]);
  }
}

const BY_TOKEN = 'SELECT id, person_id, state, role, sign_in_name, display_name, language, expires_at FROM session_by_token($1)';

const END = 'UPDATE sessions SET revoked_at = clock_timestamp() WHERE state = $1 AND revoked_at IS NULL';

interface SessionRow {
  readonly id: string;
  readonly person_id: string;
  readonly state: string;
  readonly role: Role;
  readonly sign_in_name: string;
  readonly display_name: string;
  readonly language: string;
  readonly expires_at: Date;
}
