import { Sealed, idOf, type RequestId } from '@tracedesk/kernel';
import { Line, LocalDateField, Narrative, Nested, OneOf, Uuid } from '@tracedesk/platform';
import type { Commands } from '../commands.js';
import { OBSTACLES, type Obstacle } from '../obstacle.js';
import { OUTCOMES, type Outcome } from '../response.js';
import { NeededWith, OnlyWith } from './goes-with.decorator.js';
import { given } from './given.js';
import { LINE, NARRATIVE } from './limits.js';

/** A move that says nothing beyond itself. */
export class NoWordsDto {}

/** Receipt acknowledged (ITI 19). */
export class AcknowledgeDto {
  @Line(LINE, { example: 'QM-2026-0117', description: "The requested State's own file reference, shown to both parties." })
  readonly reference!: string;

  @LocalDateField({ example: '2026-12-18', description: 'When a response is expected: it informs, it moves no clock.' })
  readonly expectedOn!: string;

  toCommand(): Commands['acknowledge'] {
    return { reference: this.reference, expectedOn: this.expectedOn };
  }
}

/** What becomes of the trace after closing: the next request of the chain, or none and why. */
export class FollowUpDto {
  @OneOf(['linked', 'waived'])
  readonly kind!: 'linked' | 'waived';

  @NeededWith('kind', 'linked')
  @Uuid({ description: 'The next request, where it is linked.' })
  readonly requestId?: string;

  @OnlyWith('kind', 'waived')
  @Narrative(NARRATIVE, { optional: true, description: 'Why there is none, where it is waived.' })
  readonly because?: string;
}

/** Closed with an outcome (ITI 5); without a trace, with what stood in the way. */
export class CloseDto {
  @OneOf(Object.keys(OUTCOMES), { example: 'TRANSFERRED_TO_STATE' })
  readonly outcome!: Outcome;

  @OneOf(OBSTACLES, {
    optional: true,
    example: 'mark_erased',
    description:
      'What stood in the way, where nothing was traced. Left out: what outcome and answer say by themselves (no answer, refused, wrong State …); needed where they say nothing.',
  })
  readonly obstacle?: Obstacle;

  @Nested(() => FollowUpDto, { optional: true })
  readonly followUp?: FollowUpDto;

  toCommand(): Commands['close'] {
    return given({ outcome: this.outcome, obstacle: this.obstacle, followUp: this.followUp ? toFollowUp(this.followUp) : null });
  }
}

/** Taken back, and why. */
export class WithdrawDto {
  @Narrative(NARRATIVE)
  readonly reason!: string;

  toCommand(): Commands['withdraw'] {
    return { reason: Sealed.of(this.reason) };
  }
}

function toFollowUp({ kind, requestId, because }: FollowUpDto): Commands['close']['followUp'] {
  if (kind === 'linked') return { kind, requestId: idOf<RequestId>(requestId ?? '') };
  return { kind, ...(because !== undefined && { because: Sealed.of(because) }) };
}
