import { Injectable } from '@nestjs/common';
import {
  BilateralProfiles,
  SHIPPED_PROFILES,
  actsOpenTo,
  type BilateralProfile,
  type DeadlineProfile,
  type ProfileAct,
} from '@tracedesk/deadlines';
import { denied, ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';

/** A version as one of the two States sees it: with what that State may do about it. */
export interface ProfileReading extends BilateralProfile {
  readonly acts: readonly ProfileAct[];
}

export interface ProfileList {
  readonly shipped: readonly DeadlineProfile[];
  /** Every version of what the own State proposed or was proposed. */
  readonly bilateral: readonly ProfileReading[];
}

/** Reads by which profiles requests of the own State are counted: those that ship, and those of its agreements. */
@Injectable()
export class ReadProfiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly profiles: BilateralProfiles,
  ) {}

  async all(actor: Officer): Promise<ProfileList> {
    return this.work.read(actor, async (tx) => {
      const bilateral = await this.profiles.ofOwnState(tx);
      return { shipped: SHIPPED_PROFILES, bilateral: bilateral.map((profile) => seenBy(profile, actor)) };
    });
  }

  /** The versions of one, the newest first. */
  async one(actor: Officer, id: string): Promise<Result<readonly ProfileReading[]>> {
    return this.work.read(actor, async (tx) => {
      const versions = await this.profiles.versionsOf(tx, id);
      return versions.length === 0 ? denied('PROFILE_NOT_FOUND') : ok(versions.map((profile) => seenBy(profile, actor)));
    });
  }
}

function seenBy(profile: BilateralProfile, { state, role }: Officer): ProfileReading {
  return { ...profile, acts: role === 'administrator' ? actsOpenTo(profile, state) : [] };
}
