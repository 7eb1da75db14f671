import { Injectable } from '@nestjs/common';
import type { StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import {
  asDeadlineProfile,
  bilateralId,
  inPrecedence,
  type BilateralProfile,
  type ProfileTerms,
  type Standing,
} from './bilateral-profile.js';
import { DeadlineError } from './errors.js';
import { isShipped, profileNamed } from './profiles.js';
import type { DeadlineProfile } from './profile.js';

/** A version as it is stored, with the id by which the log names it. */
export interface StoredProfile extends BilateralProfile {
  readonly rowId: string;
}

/** Profiles that the own State proposed or was proposed. Third States see none of them. */
@Injectable()
export class BilateralProfiles {
  /** Every version of every profile of the own State, the newest version of each first. */
  async ofOwnState(tx: Tx): Promise<readonly StoredProfile[]> {
    return tx.query<StoredProfile>(`${PROFILES} where ${OWN} order by profile, version desc`, [tx.state]);
  }

  /** Every version of one, the newest first; none for a third State. */
  async versionsOf(tx: Tx, id: string): Promise<readonly StoredProfile[]> {
    return tx.query<StoredProfile>(`${PROFILES} where profile = $2 and (${OWN}) order by version desc`, [tx.state, id]);
  }

  /** The same, and nobody else answers until this transaction ends. */
  async versionsToChange(tx: Tx, id: string): Promise<readonly StoredProfile[]> {
    return tx.query<StoredProfile>(`${PROFILES} where profile = $2 and (${OWN}) order by version desc for update`, [
      tx.state,
      id,
    ]);
  }

  /** What the own State and another have agreed on or are about to, of all their profiles. */
  async withState(tx: Tx, other: StateCode): Promise<readonly StoredProfile[]> {
    return tx.query<StoredProfile>(`${PROFILES} where (${PAIR}) order by profile, version desc`, [tx.state, other]);
  }

  /** What applies to a new request between the own State and another, in the order in which it is tried. */
  async agreedWith(tx: Tx, other: StateCode): Promise<readonly DeadlineProfile[]> {
    const agreed = await tx.query<StoredProfile>(`${PROFILES} where standing = 'agreed' and (${PAIR})`, [tx.state, other]);
    return inPrecedence(agreed);
  }

  /** The profile in the version that a request or a clock was counted by: of this release, or of two States. */
  async named(tx: Tx, id: string, version: number): Promise<DeadlineProfile> {
    if (isShipped(id)) return profileNamed(id);
    const [profile] = await tx.query<StoredProfile>(`${PROFILES} where profile = $2 and version = $3 and (${OWN})`, [
      tx.state,
      id,
      version,
    ]);
    if (!profile)
      throw new DeadlineError('PROFILE_UNKNOWN', `Version ${version} of profile ${id} is not stored.`, { profile: id, version });
    return asDeadlineProfile(profile);
  }

  /** Proposes the first version of a new profile, or the next of one; null where somebody else was faster. */
  async propose(
    tx: Tx,
    other: StateCode,
    id: string | null,
    version: number,
    terms: ProfileTerms,
  ): Promise<StoredProfile | null> {
    const profile = id ?? bilateralId(tx.state, other, await this.#nextNumber(tx, other));
    const [added] = await tx.query<{ id: string }>(PROPOSE, [profile, version, tx.state, other, JSON.stringify(terms), tx.now]);
    if (!added) return null;
    return {
      rowId: added.id,
      id: profile,
      version,
      proposingState: tx.state,
      otherState: other,
      standing: 'proposed',
      terms,
      proposedAt: tx.now,
      answeredAt: null,
      endedAt: null,
    };
  }

  /** What became of a version. An end is noted beside the answer, which stays. */
  async put(tx: Tx, { rowId }: StoredProfile, standing: Standing): Promise<void> {
    await tx.query(PUT, [tx.state, rowId, standing, tx.now]);
  }

  async #nextNumber(tx: Tx, other: StateCode): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(distinct profile)::integer as count from bilateral_profiles where (${PAIR})`,
      [tx.state, other],
    );
    return (row?.count ?? 0) + 1;
  }
}

const OWN = 'proposing_state = $1 or other_state = $1';
const PAIR = '(proposing_state = $1 and other_state = $2) or (proposing_state = $2 and other_state = $1)';

const PROFILES = `
  select id as "rowId", profile as id, version, proposing_state as "proposingState", other_state as "otherState", standing, terms,
         proposed_at as "proposedAt", answered_at as "answeredAt", ended_at as "endedAt"
    from bilateral_profiles`;

const PROPOSE = `
  insert into bilateral_profiles (profile, version, proposing_state, other_state, terms, proposed_at)
  values ($1, $2, $3, $4, $5::jsonb, $6)
  on conflict do nothing
  returning id`;

const PUT = `
  update bilateral_profiles
     set standing = $3,
         answered_at = coalesce(answered_at, $4),
         ended_at = case when $3 in ('replaced', 'ended') then $4 end
   where id = $2 and (${OWN})`;
