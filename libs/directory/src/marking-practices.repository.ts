import { Injectable } from '@nestjs/common';
import { denied, ok, type Result } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { MarkingPractice, PracticeDetails, PracticeSearch } from './marking-practice.js';

/** More than a person reads: whoever gets as many narrows the search. */
const MOST_FOUND = 200;

/** How States mark arms. Every State reads; a State writes its own. */
@Injectable()
export class MarkingPractices {
  async find(tx: Tx, id: string): Promise<MarkingPractice | null> {
    const [found] = await tx.query<MarkingPractice>(`${PRACTICES} WHERE id = $1`, [id]);
    return found ?? null;
  }

  /** One of the own State, held until the end, as it was seen: another's is as absent as none. */
  async own(tx: Tx, id: string, seen?: number): Promise<Result<MarkingPractice>> {
    const [found] = await tx.query<MarkingPractice>(`${PRACTICES} WHERE id = $1 AND state = $2 FOR UPDATE`, [id, tx.state]);
    if (!found) return denied('MARKING_PRACTICE_NOT_FOUND');
    return seen !== undefined && seen !== found.version ? denied('VERSION_CONFLICT') : ok(found);
  }

  /**
   * Every word of `q` stands somewhere in the practice, whatever its case. One hand folds both sides, and up before down: JavaScript and
   * PostgreSQL lower İ and the last Σ of a word differently, and σ and ς have one capital.
   */
  async search(tx: Tx, { q = '', kind, state }: PracticeSearch): Promise<MarkingPractice[]> {
    const words = q.split(/\s+/u).filter(Boolean);
    return tx.query<MarkingPractice>(
      `${PRACTICES}
        WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR kind = $2)
          AND NOT EXISTS (
            SELECT 1 FROM unnest($3::text[]) AS word
             WHERE position(lower(upper(word)) IN lower(upper(concat_ws(' ', looks_like, example, place, source)))) = 0)
        ORDER BY state, kind, since_year NULLS FIRST, id
        LIMIT ${MOST_FOUND}`,
      [state ?? null, kind ?? null, words],
    );
  }

  async add(tx: Tx, details: PracticeDetails): Promise<MarkingPractice> {
    const [added] = await tx.query<{ id: string }>(
      `INSERT INTO marking_practices (state, updated_at, kind, looks_like, example, place, since_year, until_year, source)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [tx.state, tx.now, ...valuesOf(details)],
    );
    return { ...details, id: added!.id, state: tx.state, version: 1, updatedAt: tx.now };
  }

  async change(tx: Tx, former: MarkingPractice, details: PracticeDetails): Promise<MarkingPractice> {
    await tx.query(
      `UPDATE marking_practices
          SET version = version + 1, updated_at = $2, kind = $3, looks_like = $4, example = $5, place = $6, since_year = $7,
              until_year = $8, source = $9
        WHERE state = $1 AND id = $10`,
      [tx.state, tx.now, ...valuesOf(details), former.id],
    );
    return { ...former, ...details, version: former.version + 1, updatedAt: tx.now };
  }
}

function valuesOf({ kind, looksLike, example, place, sinceYear, untilYear, source }: PracticeDetails): readonly unknown[] {
  return [kind, looksLike, example, place, sinceYear, untilYear, source];
}

const PRACTICES = `
  SELECT id, state, kind, looks_like AS "looksLike", example, place, since_year AS "sinceYear", until_year AS "untilYear",
         source, version, updated_at AS "updatedAt"
    FROM marking_practices`;
