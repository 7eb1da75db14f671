import { Injectable } from '@nestjs/common';
import { dayIn, zoneOrUtc, type StateCode } from '@tracedesk/kernel';
import { DeskDatabase, type Tx } from '@tracedesk/platform';
import { chooseContactPoint, type ContactChoice } from './contact-choice.js';
import { CONTACT_POINTS } from './contact-points.repository.js';
import { protocolStatusOf, type ProtocolStatus } from './firearms-protocol.js';
import { isValidOn, type ContactPoint, type PartyState, type State } from './state.js';

/** Which States the hub serves, and whom to ask there. Every State may look up every other. */
@Injectable()
export class Directory {
  constructor(private readonly database: DeskDatabase) {}

  async state(tx: Tx, code: StateCode): Promise<State | null> {
    const [state] = await tx.query<State>(`${STATES} WHERE code = $1`, [code]);
    return state ? inKnownZone(state) : null;
  }

  /** The States of these codes, each with whether it can be reached on that day: one look-up for the two parties of a request. */
  async parties(tx: Tx, codes: readonly StateCode[], on: Date): Promise<readonly PartyState[]> {
    const rows = await tx.query<PartyRow>(PARTIES, [codes]);
    return rows.map(({ validities, ...row }) => {
      const state = inKnownZone(row);
      const today = dayIn(on, state.timeZone);
      return { ...state, reachable: state.active && validities.some((validity) => isValidOn(validity, today)) };
    });
  }

  async states(tx: Tx): Promise<State[]> {
    return (await tx.query<State>(`${STATES} ORDER BY code`)).map(inKnownZone);
  }

  /** Whether the State is a party to the Firearms Protocol, by which source and as of which day. For reading: nothing is decided by it. */
  async firearmsProtocol(tx: Tx, code: StateCode): Promise<ProtocolStatus> {
    const [recorded] = await tx.query<ProtocolStatus>(RECORDED_PROTOCOL, [code]);
    return protocolStatusOf(code, recorded ?? null);
  }

  /** The State's contact points that answer at that instant, by the State's own calendar. A State that is not active has none. */
  async activeContactPoints(tx: Tx, code: StateCode, on: Date): Promise<ContactPoint[]> {
    const state = await this.state(tx, code);
    if (!state?.active) return [];
    const today = dayIn(on, state.timeZone);
    return (await this.contactPoints(tx, code)).filter((office) => isValidOn(office, today));
  }

  /** Which office of the State gets a request on this legal basis now (ITI 25), or `null` where none answers. */
  async chosenContactPoint(tx: Tx, code: StateCode, legalBasis: string): Promise<ContactChoice | null> {
    const state = await this.state(tx, code);
    if (!state?.active) return null;
    const day = dayIn(tx.now, state.timeZone);
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

interface PartyRow extends State {
  /** From when to when each of its offices answers, in days of the State. */
  readonly validities: readonly Pick<ContactPoint, 'validFrom' | 'validUntil'>[];
}

/** One State's entry that names no zone is nobody else's trouble: until it is mended, its days are those of UTC. */
function inKnownZone<S extends State>(state: S): S {
  return { ...state, timeZone: zoneOrUtc(state.timeZone) };
}

const STATES = `
  SELECT code, time_zone AS "timeZone", officers_submit AS "officersSubmit", active,
         dissolved_on::text AS "dissolvedOn", demonstration
    FROM states`;

const RECORDED_PROTOCOL = `
  SELECT protocol_standing AS standing, protocol_deposited_on::text AS "depositedOn", protocol_source AS source, protocol_as_of::text AS "asOf"
    FROM states WHERE code = $1 AND protocol_standing IS NOT NULL`;

const PARTIES = `
  SELECT code, time_zone AS "timeZone", officers_submit AS "officersSubmit", active,
         dissolved_on::text AS "dissolvedOn", demonstration,
         coalesce((SELECT jsonb_agg(jsonb_build_object('validFrom', contact.valid_from, 'validUntil', contact.valid_until))
                     FROM contact_points contact WHERE contact.state = states.code), '[]') AS validities
    FROM states
   WHERE code = ANY ($1::text[])`;
