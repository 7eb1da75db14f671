import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '@tracedesk/kernel';
import type { ActingPerson, KeptCheckRead } from '@tracedesk/tracing';
import { TraceabilityFindingView } from './other.view.js';

const INSTANT = { type: String, format: 'date-time' } as const;

/** Somebody of one's own State, in the role in which they acted. */
export class ActingPersonView {
  @ApiProperty({ format: 'uuid' }) readonly personId!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: string;
  @ApiProperty({ type: String, nullable: true, description: 'As the State knows the person.' }) readonly name!: string | null;
}

/** A finding, and who overrode it when. */
export class KeptFindingView extends TraceabilityFindingView {
  @ApiProperty({ type: ActingPersonView, nullable: true, description: 'Who overrode it.' })
  readonly overriddenBy!: ActingPersonView | null;
  @ApiProperty({ ...INSTANT, nullable: true }) readonly overriddenAt!: Date | null;
}

/** The traceability check of a request as it was read before the submission. */
export class KeptCheckView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ type: 'integer', description: 'The version of the draft that was checked.' }) readonly checkedVersion!: number;
  @ApiProperty({ type: ActingPersonView }) readonly readBy!: ActingPersonView;
  @ApiProperty(INSTANT) readonly readAt!: Date;
  @ApiProperty({ type: [KeptFindingView] }) readonly findings!: readonly KeptFindingView[];

  static of({ names, readBy, findings, ...check }: KeptCheckRead): KeptCheckView {
    const named = (person: ActingPerson): ActingPersonView => ({ ...person, name: names.get(person.personId) ?? null });
    return {
      ...check,
      readBy: named(readBy),
      findings: findings.map(({ because, overriddenBy, ...finding }) => ({
        ...finding,
        overriddenBy: overriddenBy && named(overriddenBy),
        because: because?.reveal() ?? null,
      })),
    };
  }
}
