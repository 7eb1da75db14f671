import { ApiProperty } from '@nestjs/swagger';
import { USE_RULES } from '@tracedesk/confidentiality';
import { COMPONENT_PARTS } from '@tracedesk/firearms';
import {
  CONCLUSION_KINDS,
  CONFLICT_SUBJECTS,
  countsAs,
  DIVERSION_BASES,
  FIND_MANNERS,
  FirearmDto,
  PointOfDiversionDto,
  ResponseItemDto,
  WAYS_TO_COUNT,
  type CaseChain,
  type ChainAnswer,
  type ChainStep,
  type WeaponCase,
  type WayToCount,
} from '@tracedesk/tracing';
import { WithheldItemView } from './content.view.js';

const INSTANT = { type: String, format: 'date-time' } as const;
const STATE = { type: String, nullable: true, example: 'QN' } as const;

class OpenConclusionView {
  @ApiProperty({ enum: CONCLUSION_KINDS }) readonly kind!: string;
  @ApiProperty({ enum: DIVERSION_BASES, nullable: true, type: String }) readonly basis!: string | null;
}

/** The case of one weapon: open fields, known to its own State alone. */
export class WeaponCaseView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'QR' }) readonly state!: string;
  @ApiProperty({ enum: FIND_MANNERS }) readonly manner!: string;
  @ApiProperty() readonly criminalOffence!: boolean;
  @ApiProperty() readonly uniquelyMarked!: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly ownReference!: string | null;
  @ApiProperty({ type: [String], format: 'uuid' }) readonly requestIds!: readonly string[];
  @ApiProperty(INSTANT) readonly openedAt!: Date;
  @ApiProperty({ type: OpenConclusionView, nullable: true }) readonly conclusion!: OpenConclusionView | null;
  @ApiProperty({ ...INSTANT, nullable: true }) readonly concludedAt!: Date | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The case of the same weapon it went up in.' })
  readonly mergedInto!: string | null;
  @ApiProperty({ enum: WAYS_TO_COUNT, description: 'How the arm counts in indicator 16.4.2: in one way, and once.' })
  readonly countsAs!: WayToCount;
  @ApiProperty({ type: 'integer' }) readonly version!: number;

  static of(weapon: WeaponCase): WeaponCaseView {
    return { ...weapon, countsAs: countsAs(weapon) };
  }
}

export class WeaponCaseListView {
  @ApiProperty({ type: [WeaponCaseView] }) readonly items!: readonly WeaponCaseView[];
}

class CountedView {
  @ApiProperty({ type: 'integer' }) readonly arms!: number;
  @ApiProperty({ type: 'integer' }) readonly established!: number;
}

class ByMannerView {
  @ApiProperty({ type: CountedView }) readonly seized!: CountedView;
  @ApiProperty({ type: CountedView }) readonly found!: CountedView;
  @ApiProperty({ type: CountedView }) readonly surrendered!: CountedView;
}

/** Numerator and denominator of indicator 16.4.2. */
export class TallyView extends CountedView {
  @ApiProperty({ type: Number, nullable: true }) readonly percent!: number | null;
  @ApiProperty({ type: ByMannerView }) readonly byManner!: ByMannerView;
  @ApiProperty({ type: 'integer' }) readonly byTracing!: number;
  @ApiProperty({ type: 'integer' }) readonly byAuthority!: number;
  @ApiProperty({ type: CountedView }) readonly uniquelyMarked!: CountedView;
  @ApiProperty({ type: 'integer' }) readonly pending!: number;
  @ApiProperty({ type: 'integer' }) readonly notEstablished!: number;
  @ApiProperty({ type: 'integer' }) readonly notAttempted!: number;
  @ApiProperty({ type: 'integer', description: 'Seizures not due to a criminal offence.' }) readonly leftOut!: number;
}

class ChainRecordView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ example: 'TD-7K3F-92QX4' }) readonly reference!: string;
  @ApiProperty({ example: '1.1' }) readonly number!: string;
  @ApiProperty({ example: 'QM' }) readonly giver!: string;
  @ApiProperty({ type: ResponseItemDto }) readonly item!: object;
}

class ChainStepView extends ChainRecordView {
  @ApiProperty(STATE) readonly from!: string | null;
  @ApiProperty(STATE) readonly to!: string | null;
  @ApiProperty({
    type: [ChainRecordView],
    description: 'Further records of the same transfer: what one State entered as an export is the import of the other.',
  })
  readonly corroboratedBy!: readonly ChainRecordView[];
}

class WithheldStepView extends WithheldItemView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ example: 'TD-7K3F-92QX4' }) readonly reference!: string;
  @ApiProperty({ example: 'QM' }) readonly giver!: string;
}

class ChainGapView {
  @ApiProperty({ type: 'integer', description: 'The step, counted from 0, before which the way is unknown.' })
  readonly before!: number;
  @ApiProperty({ example: 'QN' }) readonly from!: string;
  @ApiProperty({ example: 'QS' }) readonly to!: string;
}

class ChainLoopView {
  @ApiProperty({ type: 'integer' }) readonly at!: number;
  @ApiProperty({ example: 'QN' }) readonly state!: string;
}

class ChainConflictView {
  @ApiProperty({ type: [String], description: 'Request and item number.' }) readonly between!: readonly string[];
  @ApiProperty({ enum: CONFLICT_SUBJECTS, isArray: true }) readonly about!: readonly string[];
}

class ToldWayView {
  @ApiProperty({ type: [ChainStepView] }) readonly steps!: readonly ChainStepView[];
  @ApiProperty({ type: [ChainGapView] }) readonly gaps!: readonly ChainGapView[];
  @ApiProperty({ type: [ChainLoopView] }) readonly loops!: readonly ChainLoopView[];
  @ApiProperty({ type: [ChainConflictView] }) readonly conflicts!: readonly ChainConflictView[];
}

class ComponentWayView extends ToldWayView {
  @ApiProperty({ enum: COMPONENT_PARTS }) readonly component!: string;
}

/** The arm's way from manufacture to where it became illicit (ITI 5), put together from the answers. Protected. */
export class ChainView extends ToldWayView {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ type: [ComponentWayView], description: 'Parts of which an answer tells by themselves: their way is their own.' })
  readonly components!: readonly ComponentWayView[];
  @ApiProperty({ type: [WithheldStepView], description: 'Steps that their givers do not permit for the purpose stated.' })
  readonly withheld!: readonly WithheldStepView[];
  @ApiProperty({ type: [PointOfDiversionDto], description: 'Where it became illicit, as the answers say.' })
  readonly ends!: readonly object[];
  @ApiProperty({ type: Object, nullable: true, description: 'What the own State concluded.' }) readonly conclusion!:
    object | null;
  @ApiProperty({ type: FirearmDto, nullable: true, description: "The arm as the State's own first request describes it." })
  readonly firearm!: object | null;

  static of({ references, steps, components, withheld, ...chain }: CaseChain): ChainView {
    const withReference = <Told extends ChainAnswer>(told: Told): Told & { readonly reference: string } => ({
      ...told,
      reference: references.get(told.requestId) ?? '',
    });
    const stepView = (step: ChainStep): ChainStepView => ({
      ...withReference(step),
      corroboratedBy: step.corroboratedBy.map(withReference),
    });
    return {
      ...chain,
      withheld: withheld.map(({ requestId, giver, number, rule, item: { kind, authorities = [], purposes = [] } }) => ({
        requestId,
        reference: references.get(requestId) ?? '',
        giver,
        number,
        kind,
        rule,
        paragraph: USE_RULES[rule].paragraph,
        authorities,
        purposes,
      })),
      steps: steps.map(stepView),
      components: components.map((way) => ({ ...way, steps: way.steps.map(stepView) })),
    };
  }
}
