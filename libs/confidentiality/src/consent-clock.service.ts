import { Injectable } from '@nestjs/common';
import {
  advanceClocks,
  BilateralProfiles,
  Calendars,
  Deadlines,
  explain,
  type ClockParty,
  type ClockReading,
  type ClockState,
  type Explanation,
} from '@tracedesk/deadlines';
import { Directory } from '@tracedesk/directory';
import { dayIn, type ConsentId, type StateCode } from '@tracedesk/kernel';
import { ownZoneData, type OutboxRow, type Tx } from '@tracedesk/platform';
import type { Consent } from './consent.js';
import type { SharedRequest } from './shared-information.service.js';

/** The clock that runs against the giver from the day it is asked until it has answered. */
@Injectable()
export class ConsentClock {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly directory: Directory,
    private readonly profiles: BilateralProfiles,
  ) {}

  /** The clocks of these consents. */
  of(tx: Tx, ids: readonly ConsentId[]): Promise<ReadonlyMap<ConsentId, ClockReading>> {
    return this.deadlines.ofConsents(tx, ids);
  }

  /** How the date by which the giver has to answer was worked out; undefined where the reader's State has no such consent. */
  async explanationOf(tx: Tx, id: ConsentId): Promise<Explanation | undefined> {
    const reading = (await this.of(tx, [id])).get(id);
    return reading && explain(reading, await this.profiles.named(tx, reading.profile, reading.profileVersion));
  }

  /** Moves the clock with the act, saves it, and sends the notice of the act along. */
  async move(
    tx: Tx,
    consent: Consent,
    request: SharedRequest,
    { to, cause, notice }: { readonly to: ClockState; readonly cause: string; readonly notice: OutboxRow },
  ): Promise<ClockReading | undefined> {
    const readings = [...(await this.of(tx, [consent.id])).values()];
    const next = advanceClocks(readings, {
      clocks: { consent: to },
      at: tx.now,
      cause,
      parties: {
        requesting: await this.partyOf(tx, consent.askingState),
        requested: await this.partyOf(tx, consent.givingState),
      },
      profile: await this.profiles.named(tx, request.deadlineProfile.id, request.deadlineProfile.version),
      priority: request.priority,
    });
    const { id, reference, requestingState, requestedState } = request;
    await this.deadlines.save(tx, { id, reference, requestingState, requestedState, consentId: consent.id }, next, [notice]);
    return next[0];
  }

  /** Which day it is in a State, by the calendar it keeps. */
  async todayIn(tx: Tx, state: StateCode): Promise<{ readonly today: string; readonly timeZone: string }> {
    const { timeZone } = await this.partyOf(tx, state);
    return { today: dayIn(tx.now, timeZone), timeZone };
  }

  private async partyOf(tx: Tx, state: StateCode): Promise<ClockParty> {
    const [calendar] = await this.calendars.current(tx, [state]);
    const timeZone = calendar?.timeZone ?? (await this.directory.state(tx, state))?.timeZone ?? 'UTC';
    return { state, timeZone, calendar, zoneData: ownZoneData() };
  }
}
