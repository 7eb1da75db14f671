import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import {
  BilateralProfiles,
  inOrderOfShares,
  precedenceDenial,
  termsDenial,
  type BilateralProfile,
  type ProfileTerms,
  type StoredProfile,
} from '@tracedesk/deadlines';
import { Directory } from '@tracedesk/directory';
import { denied, ok, type Denied, type Officer, type Result, type StateCode } from '@tracedesk/kernel';
import { Outbox, UnitOfWork, type Tx } from '@tracedesk/platform';
import { profileNotice } from '../profile-notice.js';

export interface ProposeProfileCommand {
  readonly otherState: StateCode;
  /** The profile whose next version this is; null: a new one. */
  readonly profile: string | null;
  readonly terms: ProfileTerms;
}

/** Proposes to another State how long the clocks of their requests are to be. It applies to nothing before that State agrees. */
@Injectable()
export class ProposeProfile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly profiles: BilateralProfiles,
    private readonly log: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: Officer, command: ProposeProfileCommand): Promise<Result<BilateralProfile>> {
    return this.work.run(actor, 'deadline_profile.propose', async (tx) => {
      const { otherState, profile, terms } = command;
      const denial = await this.#denial(tx, command);
      if (denial) return denial;
      const known = profile === null ? [] : await this.profiles.versionsOf(tx, profile);
      const proposed = await this.profiles.propose(tx, otherState, profile, (known[0]?.version ?? 0) + 1, asKept(terms));
      if (!proposed) return denied('PROFILE_PROPOSED_MEANWHILE');
      await this.log.append(tx, {
        class: 'alteration',
        action: 'deadline_profile.proposed',
        object: { kind: 'deadline_profile', id: proposed.rowId },
        counterpart: otherState,
        facts: { profile: proposed.id, version: proposed.version },
      });
      await this.outbox.add(tx, [profileNotice(proposed, 'deadline_profile.proposed', otherState)]);
      return ok(proposed);
    });
  }

  async #denial(tx: Tx, { otherState, profile, terms }: ProposeProfileCommand): Promise<Denied | null> {
    if (otherState === tx.state) return denied('PROFILE_WITH_OWN_STATE', { field: 'otherState' });
    const other = await this.directory.state(tx, otherState);
    if (!other?.active) return denied('PROFILE_STATE_NOT_SERVED', { field: 'otherState', details: { found: otherState } });
    const ofPair = await this.profiles.withState(tx, otherState);
    if (profile !== null && !ofPair.some(({ id }) => id === profile)) return denied('PROFILE_NOT_FOUND', { field: 'profile' });
    if (ofPair.some(({ id, standing }) => id === profile && standing === 'proposed')) return denied('PROFILE_PROPOSED_MEANWHILE');
    const denial = termsDenial(terms) ?? precedenceDenial(terms, rivalsOf(ofPair, profile));
    return denial && { ok: false, denial };
  }
}

/** Steps are written in any order and kept in the one in which they come due. */
function asKept(terms: ProfileTerms): ProfileTerms {
  return terms.escalation ? { ...terms, escalation: inOrderOfShares(terms.escalation) } : terms;
}

/** Profiles of the pair beside this one that hold, or may hold soon. */
function rivalsOf(ofPair: readonly StoredProfile[], profile: string | null): readonly StoredProfile[] {
  return ofPair.filter(({ id, standing }) => id !== profile && (standing === 'agreed' || standing === 'proposed'));
}
