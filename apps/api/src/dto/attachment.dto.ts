import type { AttachmentId } from '@tracedesk/attachments';
import { idOf, type RequestId } from '@tracedesk/kernel';
import { Uuid } from '@tracedesk/platform';

/** The ids in a file's address. */
export class AttachmentParam {
  @Uuid()
  readonly id!: string;

  @Uuid()
  readonly attachmentId!: string;

  toIds(): { readonly requestId: RequestId; readonly attachmentId: AttachmentId } {
    return { requestId: idOf<RequestId>(this.id), attachmentId: idOf<AttachmentId>(this.attachmentId) };
  }
}
