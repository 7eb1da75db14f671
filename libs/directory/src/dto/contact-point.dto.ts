import { ApiProperty } from '@nestjs/swagger';
import { stateCode, type StateCode } from '@tracedesk/kernel';
import type { ContactPoint } from '../state.js';
import { KnownState } from './known-state.decorator.js';

/** Which State's contact points are asked for. */
export class ContactPointsQuery {
  @KnownState()
  readonly state!: string;

  get code(): StateCode {
    return stateCode(this.state);
  }
}

/** A contact point as the API shows it. */
export class ContactPointView implements ContactPoint {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ type: String, example: 'QM' }) readonly state!: StateCode;
  @ApiProperty() readonly office!: string;
  @ApiProperty({ format: 'email' }) readonly email!: string;
  @ApiProperty({ type: String, nullable: true }) readonly telephone!: string | null;
  @ApiProperty({ type: [String], example: ['fr', 'en'] }) readonly languages!: readonly string[];
  @ApiProperty({ format: 'date' }) readonly validFrom!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly validUntil!: string | null;
}
