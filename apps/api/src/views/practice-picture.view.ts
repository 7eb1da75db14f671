import { ApiProperty } from '@nestjs/swagger';
import { fileState, FILE_STATES, type PracticePicture } from '@tracedesk/attachments';

/** A picture of a marking practice, as every State sees it. */
export class PracticePictureView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'QM', description: 'The State whose practice it shows.' }) readonly state!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What it shows.' }) readonly caption!: string | null;
  @ApiProperty({ enum: FILE_STATES }) readonly fileState!: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly addedAt!: Date;

  static of(picture: PracticePicture): PracticePictureView {
    const { id, state, caption, addedAt } = picture;
    return { id, state, caption, fileState: fileState(picture), addedAt };
  }
}

export class PracticePictureListView {
  @ApiProperty({ type: [PracticePictureView] }) readonly items!: readonly PracticePictureView[];
}
