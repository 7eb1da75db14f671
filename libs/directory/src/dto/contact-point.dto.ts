import { ApiProperty } from '@nestjs/swagger';
import { stateCode, type StateCode } from '@tracedesk/kernel';
import { Flag, OneOf, Uuid } from '@tracedesk/platform';
import { CONTACT_SCOPES, type ContactScope } from '../contact-scope.js';
import type { ContactPoint, ContactPointVersion } from '../state.js';
import { KnownState } from './known-state.decorator.js';

const LEGAL_BASES = CONTACT_SCOPES.filter((scope) => scope !== 'all');

/** Which State's contact points are asked for. */
export class ContactPointsQuery {
  @KnownState()
  readonly state!: string;

  @Flag({ optional: true, description: 'Those that have ended or not begun, too.' })
  readonly all?: boolean;

  @OneOf(LEGAL_BASES, { optional: true, description: 'Says which office gets a request on this legal basis (ITI 25).' })
  readonly legalBasis?: string;

  get code(): StateCode {
    return stateCode(this.state);
  }
}

/** Whose contact points are asked for as a table. */
export class ContactPointsExportQuery {
  @KnownState({ optional: true, description: 'Of one State only: its own table, changed, can be imported again.' })
  readonly state?: string;

  get code(): StateCode | undefined {
    return this.state === undefined ? undefined : stateCode(this.state);
  }
}

/** The id in a contact point's address. */
export class ContactPointIdParam {
  @Uuid()
  readonly id!: string;
}

/** A contact point as the API shows it. */
export class ContactPointView implements ContactPoint {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ type: String, example: 'QM' }) readonly state!: StateCode;
  @ApiProperty() readonly office!: string;
  @ApiProperty({ format: 'email' }) readonly email!: string;
  @ApiProperty({ type: String, nullable: true }) readonly telephone!: string | null;
  @ApiProperty({ type: [String], example: ['fr', 'en'] }) readonly languages!: readonly string[];
  @ApiProperty({ type: [String], example: ['I-24/7'] }) readonly channels!: readonly string[];
  @ApiProperty({ type: [Number], example: [1, 2, 3, 4, 5], description: 'Monday is 1.' })
  readonly workingDays!: readonly number[];
  @ApiProperty({ type: String, nullable: true, example: '08:30', description: "By the State's clock." })
  readonly opensAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '16:30' }) readonly closesAt!: string | null;
  @ApiProperty({ type: [String] }) readonly deputies!: readonly string[];
  @ApiProperty({ type: [String], enum: CONTACT_SCOPES, description: 'Which requests it gets.' })
  readonly scope!: readonly ContactScope[];
  @ApiProperty({ format: 'date' }) readonly validFrom!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly validUntil!: string | null;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ type: String, format: 'date-time' }) readonly confirmedAt!: Date;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When its State was asked for an update, which it has not given yet (ITI 32).',
  })
  readonly updateAskedAt!: Date | null;
}

/** What a contact point was before a change. */
export class ContactPointVersionView implements ContactPointVersion {
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ type: String, format: 'date-time' }) readonly replacedAt!: Date;
  @ApiProperty({ type: ContactPointView }) readonly content!: ContactPointVersion['content'];
}
