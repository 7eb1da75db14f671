import { Injectable } from '@nestjs/common';
import { clockOf, denied, ok, type Actor, type Result, type StateCode } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { ContactChoice } from '../contact-choice.js';
import { contactPointsCsv } from '../contact-points-csv.adapter.js';
import { ContactPoints } from '../contact-points.repository.js';
import { Directory } from '../directory.service.js';
import type { ProtocolStatus } from '../firearms-protocol.js';
import { isUnconfirmed } from '../freshness.js';
import { isValidOn, type ContactPoint, type ContactPointVersion, type State } from '../state.js';

/** One State's offices, past and to come too, and what day it is there. */
export interface ContactPointsOfState {
  readonly state: State;
  readonly today: string;
  readonly clock: { readonly weekday: number; readonly time: string };
  readonly items: readonly ContactPoint[];
  readonly firearmsProtocol: ProtocolStatus;
}

/** Whom to ask where. Every State may look up every other. */
@Injectable()
export class ReadContactPoints {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly contactPoints: ContactPoints,
  ) {}

  async ofState(actor: Actor, code: StateCode): Promise<Result<ContactPointsOfState>> {
    return this.work.read(actor, async (tx) => {
      const state = await this.directory.state(tx, code);
      if (!state) return denied('STATE_NOT_FOUND');
      const { day, ...clock } = clockOf(state.timeZone, tx.now);
      const items = await this.contactPoints.of(tx, code);
      return ok({ state, today: day, clock, items, firearmsProtocol: await this.directory.firearmsProtocol(tx, code) });
    });
  }

  /** Those of every State or of one, past and to come too, as CSV (ITI 31(a)). */
  async asCsv(actor: Actor, code?: StateCode): Promise<string> {
    return contactPointsCsv(
      await this.work.read(actor, (tx) => (code ? this.contactPoints.of(tx, code) : this.contactPoints.all(tx))),
    );
  }

  async one(actor: Actor, id: string): Promise<Result<ContactPoint>> {
    return this.work.read(actor, async (tx) => {
      const found = await this.contactPoints.find(tx, id);
      return found ? ok(found) : denied('CONTACT_POINT_NOT_FOUND');
    });
  }

  /** What it was before, the latest first. */
  async historyOf(actor: Actor, id: string): Promise<Result<readonly ContactPointVersion[]>> {
    return this.work.read(actor, async (tx) => {
      const found = await this.contactPoints.find(tx, id);
      return found ? ok(await this.contactPoints.history(tx, id)) : denied('CONTACT_POINT_NOT_FOUND');
    });
  }

  /** Which office of a State gets a request on this legal basis now, or `null` where none answers. */
  async chosenFor(actor: Actor, code: StateCode, legalBasis: string): Promise<ContactChoice | null> {
    return this.work.read(actor, (tx) => this.directory.chosenContactPoint(tx, code, legalBasis));
  }

  /** What the own State has to look after: offices that answer and that nobody has confirmed for too long, and any that an update was asked of. */
  async unconfirmed(actor: Actor): Promise<readonly ContactPoint[]> {
    return this.work.read(actor, async (tx) => {
      const answering = new Set((await this.#answering(tx, actor.state)).map(({ id }) => id));
      const own = await this.contactPoints.of(tx, actor.state);
      return own.filter(
        ({ id, confirmedAt, updateAskedAt }) =>
          (answering.has(id) && isUnconfirmed(confirmedAt, tx.now)) || (updateAskedAt ?? null) !== null,
      );
    });
  }

  /** Every State with the offices that answer there now. */
  async directoryNow(actor: Actor): Promise<readonly { readonly state: State; readonly answering: readonly ContactPoint[] }[]> {
    return this.work.read(actor, async (tx) => {
      const [states, all] = [await this.directory.states(tx), await this.contactPoints.all(tx)];
      return states.map((state) => {
        const { day } = clockOf(state.timeZone, tx.now);
        const own = all.filter((office) => office.state === state.code);
        return { state, answering: state.active ? own.filter((office) => isValidOn(office, day)) : [] };
      });
    });
  }

  #answering(tx: Tx, code: StateCode): Promise<ContactPoint[]> {
    return this.directory.activeContactPoints(tx, code, tx.now);
  }
}
