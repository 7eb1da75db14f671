import { ApiProperty } from '@nestjs/swagger';
import {
  fileState,
  FILE_STATES,
  FILE_TYPES,
  FILE_TYPE_NAMES,
  HIDDEN,
  type AddedFile,
  type Attachment,
  type Hidden,
} from '@tracedesk/attachments';
import { DenialException } from '@tracedesk/platform';

/** A file of a request. Protected: its name and hash are shown under a disclosure, or to whoever just sent it. */
export class AttachmentView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'QR', description: 'The State that added it.' }) readonly state!: string;
  @ApiProperty({ example: 'serial-left.jpg' }) readonly name!: string;
  @ApiProperty({ enum: FILE_TYPE_NAMES.map((type) => FILE_TYPES[type].mediaType) }) readonly mediaType!: string;
  @ApiProperty({ type: 'integer', description: 'Of the original, in bytes.' }) readonly size!: number;
  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'Of the original, untouched.' }) readonly sha256!: string;
  @ApiProperty({ enum: HIDDEN, isArray: true, description: 'What the file tells beside what it shows.' })
  readonly carries!: readonly Hidden[];
  @ApiProperty({
    type: String,
    nullable: true,
    pattern: '^[0-9a-f]{64}$',
    description: 'The SHA-256 of the file that was sent, where its cleaned copy was stored in its place.',
  })
  readonly cleanedFrom!: string | null;
  @ApiProperty({ enum: FILE_STATES }) readonly fileState!: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly addedAt!: Date;

  static of(attachment: Attachment): AttachmentView {
    const { id, state, type, bytes, addedAt, about } = attachment;
    return {
      id,
      state,
      carries: [],
      cleanedFrom: null,
      ...about.reveal(),
      mediaType: FILE_TYPES[type].mediaType,
      size: bytes,
      fileState: fileState(attachment),
      addedAt,
    };
  }
}

export class AttachmentListView {
  @ApiProperty({ type: [AttachmentView] }) readonly items!: readonly AttachmentView[];
}

/** A file that was sent and not stored. */
export class NotStoredView {
  @ApiProperty({ description: 'The name it was sent under.' }) readonly name!: string;
  @ApiProperty({ example: 'ATTACHMENT_BROKEN' }) readonly code!: string;
}

/** What became of each file. */
export class AddedAttachmentsView {
  @ApiProperty({ type: [AttachmentView] }) readonly items!: readonly AttachmentView[];
  @ApiProperty({ type: [NotStoredView] }) readonly notStored!: readonly NotStoredView[];

  /** Where nothing was stored, the problem names each file. */
  static ofSome(files: readonly AddedFile[]): AddedAttachmentsView {
    if (files.some(({ result }) => result.ok)) return AddedAttachmentsView.of(files);
    throw new DenialException(
      { code: 'ATTACHMENTS_NOT_STORED' },
      files.flatMap(({ name, result }, index) =>
        result.ok ? [] : [{ field: `files.${index}`, code: result.denial.code, details: { ...result.denial.details, name } }],
      ),
    );
  }

  private static of(files: readonly AddedFile[]): AddedAttachmentsView {
    return {
      items: files.flatMap(({ result }) => (result.ok ? [AttachmentView.of(result.value)] : [])),
      notStored: files.flatMap(({ name, result }) => (result.ok ? [] : [{ name, code: result.denial.code }])),
    };
  }
}
