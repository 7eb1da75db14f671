import { Injectable } from '@nestjs/common';
import type { StateCode } from '@tracedesk/kernel';
import { DeskDatabase, type Tx } from '@tracedesk/platform';
import { chooseContactPoint, type ContactChoice } from './contact-choice.js';
import { CONTACT_POINTS } from './contact-points.repository.js';
import { clockOf } from './local-clock.js';
import type { ContactPoint, PartyState, State } from './state.js';

/** Which States the hub serves, and whom to ask there. Every State may look up every other. */
@Injectable()
export class Directory {
  constructor(private readonly database: DeskDatabase) {}

  async state(tx: Tx, code: StateCode): Promise<State | null> {
    const [state] = await tx.query<State>(`${STATES} WHERE code = $1`, [code]);
    return state ?? null;
  }

  /** The States of these codes, each with whether it can be reached on that day: one look-up for the two parties of a request. */
  async parties(tx: Tx, codes: readonly StateCode[], on: Date): Promise<readonly PartyState[]> {
    return tx.query<PartyState>(PARTIES, [codes, on]);
  }

  async states(tx: Tx): Promise<State[]> {
    return tx.query<State>(`${STATES} ORDER BY code`);
  }

  /** The State's contact points that answer at that instant, by the State's own calendar. A State that is not active has none. */
  async activeContactPoints(tx: Tx, code: StateCode, on: Date): Promise<ContactPoint[]> {
    return tx.query<ContactPoint>(
      `${CONTACT_POINTS}
         JOIN states ON states.code = contact.state AND states.active
        WHERE contact.state = $1
          AND ($2::timestamptz AT TIME ZONE states.time_zone)::date BETWEEN contact.valid_from AND coalesce(contact.valid_until, 'infinity')
        ORDER BY contact.valid_from, contact.id`,
      [code, on],
    );
  }

  /** Which office of the State gets a request on this legal basis now (ITI 25), or `null` where none answers. */
  async chosenContactPoint(tx: Tx, code: StateCode, legalBasis: string): Promise<ContactChoice | null> {
    const state = await this.state(tx, code);
    if (!state?.active) return null;
    const { day } = clockOf(state.timeZone, tx.now);
    return chooseContactPoint(await this.contactPoints(tx, code), legalBasis, { day, now: tx.now });
  }

  /** All contact points of the State, those that have ended too: the past says whom a request went to. */
  async contactPoints(tx: Tx, code: StateCode): Promise<ContactPoint[]> {
    return tx.query<ContactPoint>(`${CONTACT_POINTS} WHERE contact.state = $1 ORDER BY contact.valid_from, contact.id`, [code]);
  }

  /** Codes of the States that people may sign in for: asked before anybody is signed in, so codes only. */
  async servedStates(): Promise<StateCode[]> {
    const rows = await this.database.door<{ code: StateCode }>('SELECT code FROM states WHERE active ORDER BY code');
    return rows.map(({ code }) => code);
  }

  async isServed(code: StateCode): Promise<boolean> {
    const rows = await this.database.door('SELECT 1 FROM states WHERE code = $1 AND active', [code]);
    return rows.length > 0;
  }
}

const STATES = `
  SELECT code, time_zone AS "timeZone", officers_submit AS "officersSubmit", active,
         dissolved_on::text AS "dissolvedOn", demonstration
    FROM states`;

const PARTIES = `
  SELECT code, time_zone AS "timeZone", officers_submit AS "officersSubmit", active,
         dissolved_on::text AS "dissolvedOn", demonstration,
         active AND EXISTS (
           SELECT 1 FROM contact_points contact
            WHERE contact.state = states.code
              AND ($2::timestamptz AT TIME ZONE states.time_zone)::date
                  BETWEEN contact.valid_from AND coalesce(contact.valid_until, 'infinity')) AS reachable
    FROM states
   WHERE code = ANY ($1::text[])`;
