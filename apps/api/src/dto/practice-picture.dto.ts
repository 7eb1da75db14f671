import type { AttachmentId } from '@tracedesk/attachments';
import { idOf } from '@tracedesk/kernel';
import { Uuid } from '@tracedesk/platform';

/** The ids in a picture's address. */
export class PracticePictureParam {
  @Uuid()
  readonly id!: string;

  @Uuid()
  readonly pictureId!: string;

  toIds(): { readonly practiceId: string; readonly pictureId: AttachmentId } {
    return { practiceId: this.id, pictureId: idOf<AttachmentId>(this.pictureId) };
  }
}
