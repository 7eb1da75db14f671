import { Injectable } from '@nestjs/common';
import {
  BilateralProfiles,
  Calendars,
  Deadlines,
  isOverdue,
  lastDayOf,
  profileFor,
  type ClockMove,
  type ClockParty,
  type ClockReading,
  type DeadlineProfile,
} from '@tracedesk/deadlines';
import { ACTING_PARTY } from '@tracedesk/deadlines/core';
import { Directory, type State } from '@tracedesk/directory';
import { dayIn, type StateCode } from '@tracedesk/kernel';
import { ownZoneData, type Tx } from '@tracedesk/platform';
import { WeighedContent } from './content/weighed-content.service.js';
import { KeptBack } from './kept-back.service.js';
import type { LocalDate } from './question.js';
import type { StoredRequest } from './request-summary.js';
import type { Facts } from './requirement.js';
import { Responses } from './responses.repository.js';
import { TraceabilityReports, type InTheWay } from './traceability-reports.service.js';
import type { TracingRequest } from './tracing-request.js';

/** What surrounds a move: the facts its rules ask for, and what its clocks are counted with. */
export interface Circumstances {
  readonly facts: Facts;
  readonly readings: readonly ClockReading[];
  readonly profile: DeadlineProfile;
  readonly parties: ClockMove['parties'];
}

/** Looks up beforehand all that a rule may know, so that the rules look up nothing. */
@Injectable()
export class CircumstancesOfMoves {
  constructor(
    private readonly directory: Directory,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly profiles: BilateralProfiles,
    private readonly traceability: TraceabilityReports,
    private readonly keptBack: KeptBack,
    private readonly content: WeighedContent,
    private readonly responses: Responses,
  ) {}

  /** Which day it is in the acting State. */
  async today(tx: Tx): Promise<LocalDate> {
    return dayIn(tx.now, zoneOf(await this.directory.state(tx, tx.state)));
  }

  async of(tx: Tx, { request, deadlineProfile, checkedVersion }: StoredRequest): Promise<Circumstances> {
    const isDraft = request.status === 'draft';
    const question = request.question ?? (await this.content.question(tx, request.id));
    const codes = [request.requestingState, ...(request.requestedState ? [request.requestedState] : [])];
    const [parties, calendars, readings, profile, inTheWay, keptBack, earlierAnswers] = await Promise.all([
      this.directory.parties(tx, codes, tx.now),
      this.calendars.current(tx, codes),
      isDraft ? [] : this.deadlines.of(tx, request.id),
      isDraft ? this.#profileOfDraft(tx, request) : this.profiles.named(tx, deadlineProfile.id, deadlineProfile.version),
      isDraft ? this.traceability.inTheWay(tx, request) : NOTHING_IN_THE_WAY,
      this.keptBack.from(tx, { ...request, question }),
      request.responses > 1 ? this.responses.before(tx, request) : [],
    ]);
    const [requesting, requested] = [request.requestingState, request.requestedState].map((code) =>
      parties.find((party) => party.code === code),
    );
    const clockParty = (code: StateCode, state: State | undefined): ClockParty => {
      const calendar = calendars.find((one) => one.state === code);
      return { state: code, timeZone: calendar?.timeZone ?? zoneOf(state), calendar, zoneData: ownZoneData() };
    };
    const own = tx.state === request.requestingState ? requesting : requested;
    const response = readings.find(({ clock }) => clock === 'response');
    return {
      facts: {
        today: dayIn(tx.now, zoneOf(own)),
        requestedStateExists: requested?.active ?? false,
        requestedStateHasActiveContactPoint: requested?.reachable ?? false,
        officersSubmitThemselves: requesting?.officersSubmit ?? false,
        traceabilityCheckRead: checkedVersion === request.version,
        askedSinceCheck: inTheWay.askedSinceRead,
        unansweredWarnings: inTheWay.unanswered,
        clockMissed: readings.some((reading) => ACTING_PARTY[reading.clock] === 'requested' && isOverdue(reading, tx.now)),
        responseDueOn: response ? lastDayOf(response.dueAt, response.timeZone) : null,
        confidentialityGuaranteed: question.reveal().undertaking?.guaranteed !== false,
        earlierAnswers,
        keptBack,
      },
      readings,
      profile,
      parties: {
        requesting: clockParty(request.requestingState, requesting),
        requested: clockParty(request.requestedState ?? request.requestingState, requested),
      },
    };
  }

  /** What a draft would be submitted under now; from submission on, the profile that was frozen then. */
  async #profileOfDraft(
    tx: Tx,
    { legalBasis, priority, requestingState, requestedState }: TracingRequest,
  ): Promise<DeadlineProfile> {
    const agreed = requestedState ? await this.profiles.agreedWith(tx, requestedState) : [];
    return profileFor({ legalBasis, priority, states: [requestingState, requestedState ?? requestingState] }, agreed);
  }
}

const NOTHING_IN_THE_WAY: InTheWay = { unanswered: [], askedSinceRead: false };

/** A State that the hub does not serve has no calendar here; no move leads to one. */
function zoneOf(state: State | null | undefined): string {
  return state?.timeZone ?? 'UTC';
}
