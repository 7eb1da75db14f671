import { Injectable } from '@nestjs/common';
import { denied, ok, type Result, type StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { ContactPoint, ContactPointDetails, ContactPointVersion } from './state.js';

/** Contact points and what they were before. Every State reads them; a State writes its own. */
@Injectable()
export class ContactPoints {
  async find(tx: Tx, id: string): Promise<ContactPoint | null> {
    const [found] = await tx.query<ContactPoint>(`${CONTACT_POINTS} WHERE contact.id = $1`, [id]);
    return found ?? null;
  }

  /** One of the own State, as it was seen: another's is as absent as none. */
  async own(tx: Tx, id: string, seen: number | undefined): Promise<Result<ContactPoint>> {
    const [found] = await tx.query<ContactPoint>(`${CONTACT_POINTS} WHERE contact.id = $1 AND contact.state = $2 FOR UPDATE`, [
      id,
      tx.state,
    ]);
    if (!found) return denied('CONTACT_POINT_NOT_FOUND');
    return seen !== undefined && seen !== found.version ? denied('VERSION_CONFLICT') : ok(found);
  }

  async of(tx: Tx, state: StateCode): Promise<ContactPoint[]> {
    return tx.query<ContactPoint>(`${CONTACT_POINTS} WHERE contact.state = $1 ORDER BY contact.valid_from, contact.id`, [state]);
  }

  /** Those of the own State, held until the end: nobody else changes or adds one meanwhile. */
  async allOwn(tx: Tx): Promise<ContactPoint[]> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`contact points ${tx.state}`]);
    return tx.query<ContactPoint>(
      `${CONTACT_POINTS} WHERE contact.state = $1 ORDER BY contact.valid_from, contact.id FOR UPDATE`,
      [tx.state],
    );
  }

  async all(tx: Tx): Promise<ContactPoint[]> {
    return tx.query<ContactPoint>(`${CONTACT_POINTS} ORDER BY contact.state, contact.valid_from, contact.id`);
  }

  /** What it was before, the latest first. */
  async history(tx: Tx, id: string): Promise<ContactPointVersion[]> {
    return tx.query<ContactPointVersion>(
      `SELECT version, replaced_at AS "replacedAt", content FROM contact_point_versions WHERE contact_point_id = $1 ORDER BY version DESC`,
      [id],
    );
  }

  async add(tx: Tx, details: ContactPointDetails): Promise<ContactPoint> {
    const [added] = await tx.query<{ id: string }>(
      `INSERT INTO contact_points (state, confirmed_at, updated_at, office, email, telephone, languages, channels, working_days,
                                   opens_at, closes_at, deputies, scope, valid_until, valid_from)
       VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
      [tx.state, tx.now, ...valuesOf(details), details.validFrom],
    );
    return { ...details, id: added!.id, state: tx.state, version: 1, confirmedAt: tx.now };
  }

  /** Keeps the former row as a version. Whoever changes an office has looked at all of it, so a change confirms it. */
  async change(tx: Tx, former: ContactPoint, details: ContactPointDetails): Promise<ContactPoint> {
    await tx.query(
      `INSERT INTO contact_point_versions (contact_point_id, version, state, replaced_at, content) VALUES ($1, $2, $3, $4, $5)`,
      [former.id, former.version, tx.state, tx.now, JSON.stringify(former)],
    );
    await tx.query(
      `UPDATE contact_points
          SET version = version + 1, confirmed_at = $2, updated_at = $2, office = $3, email = $4, telephone = $5, languages = $6,
              channels = $7, working_days = $8, opens_at = $9, closes_at = $10, deputies = $11, scope = $12, valid_until = $13, update_asked_at = null
        WHERE state = $1 AND id = $14`,
      [tx.state, tx.now, ...valuesOf(details), former.id],
    );
    return { ...former, ...details, version: former.version + 1, confirmedAt: tx.now, updateAskedAt: null };
  }
}

/** In the order of the columns from `office` to `valid_until`. */
function valuesOf(details: ContactPointDetails): readonly unknown[] {
  const { office, email, telephone, languages, channels, workingDays, opensAt, closesAt, deputies, scope, validUntil } = details;
  return [office, email, telephone, languages, channels, workingDays, opensAt, closesAt, deputies, scope, validUntil];
}

export const CONTACT_POINTS = `
  SELECT contact.id, contact.state, contact.office, contact.email, contact.telephone, contact.languages, contact.channels,
         contact.working_days AS "workingDays", contact.opens_at AS "opensAt", contact.closes_at AS "closesAt",
         contact.deputies, contact.scope, contact.version, contact.confirmed_at AS "confirmedAt", contact.update_asked_at AS "updateAskedAt",
         contact.valid_from::text AS "validFrom", contact.valid_until::text AS "validUntil"
    FROM contact_points contact`;
