import { Sealed } from '@tracedesk/kernel';
import {
  JUSTIFICATION_MAX_LENGTH,
  PURPOSES,
  SUBJECT_KINDS,
  type OpenDisclosure,
  type Purpose,
  type SubjectKind,
} from '@tracedesk/confidentiality';
import { Narrative, Nested, OneOf, Uuid } from '@tracedesk/platform';

/** What is to be opened. */
export class SubjectDto {
  @OneOf(SUBJECT_KINDS, { example: 'tracing_request' })
  readonly kind!: SubjectKind;

  @Uuid()
  readonly id!: string;
}

/** Which content is wanted, and what for. */
export class OpenDisclosureDto {
  @Nested(() => SubjectDto)
  readonly subject!: SubjectDto;

  @OneOf(PURPOSES, { example: 'assigned_task' })
  readonly purpose!: Purpose;

  @Narrative(JUSTIFICATION_MAX_LENGTH, { optional: true, description: 'Asked of everybody but those whose own task it is.' })
  readonly justification?: string;

  toCommand(): OpenDisclosure {
    const { kind, id } = this.subject;
    return {
      subject: { kind, id },
      purpose: this.purpose,
      justification: this.justification === undefined ? undefined : Sealed.of(this.justification),
    };
  }
}
