import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import {
  BilateralProfiles,
  PROFILE_ACTS,
  actDenial,
  type BilateralProfile,
  type ProfileAct,
  type StoredProfile,
  counterpartOf,
} from '@tracedesk/deadlines';
import { denied, ok, type Officer, type Result } from '@tracedesk/kernel';
import { Outbox, UnitOfWork, type Tx } from '@tracedesk/platform';
import { profileNotice } from '../profile-notice.js';

/** The version of a profile that an administrator saw. */
export interface ProfileSeen {
  readonly id: string;
  readonly version: number;
}

/** Agrees to, declines, withdraws or ends what was proposed, as the table says. From an agreement on, new requests are counted by it; those before are not. */
@Injectable()
export class AnswerProfile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly profiles: BilateralProfiles,
    private readonly log: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  async execute(actor: Officer, act: ProfileAct, { id, version }: ProfileSeen): Promise<Result<BilateralProfile>> {
    return this.work.run(actor, `deadline_profile.${act}`, async (tx) => {
      const versions = await this.profiles.versionsToChange(tx, id);
      const seen = versions.find((one) => one.version === version);
      if (!seen) return denied(versions.length === 0 ? 'PROFILE_NOT_FOUND' : 'PROFILE_VERSION_CONFLICT');
      const denial = actDenial(seen, act, tx.state);
      if (denial) return { ok: false, denial };
      if (act === 'agree') await this.#replaceFormer(tx, versions);
      const { to, event } = PROFILE_ACTS[act];
      const counterpart = counterpartOf(seen, tx.state);
      await this.profiles.put(tx, seen, to);
      await this.log.append(tx, {
        class: 'alteration',
        action: event,
        object: { kind: 'deadline_profile', id: seen.rowId },
        counterpart,
        facts: { profile: id, version },
      });
      await this.outbox.add(tx, [profileNotice(seen, event, counterpart)]);
      const [after] = (await this.profiles.versionsOf(tx, id)).filter((one) => one.version === version);
      return after ? ok(after) : denied('PROFILE_NOT_FOUND');
    });
  }

  async #replaceFormer(tx: Tx, versions: readonly StoredProfile[]): Promise<void> {
    for (const former of versions.filter(({ standing }) => standing === 'agreed'))
      await this.profiles.put(tx, former, 'replaced');
  }
}
