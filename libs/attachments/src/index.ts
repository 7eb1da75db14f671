// What a file is, and what the desk takes: see core.ts.
export {
  fileState,
  FILE_STATES,
  FORMS,
  hasSmallCopy,
  mayBeShown,
  type AboutFile,
  type Attachment,
  type AttachmentId,
  type FileState,
  type Form,
} from './attachment.js';
export { handedOutAs } from './file-name.js';
export { FILE_TYPES, FILE_TYPE_NAMES, type FileType } from './file-type.js';
export { type SentFile } from './inspect-file.js';
export { FILE_BYTES_MAX, FILES_PER_REQUEST, FILES_PER_UPLOAD, PICTURES_PER_PRACTICE, UPLOAD_BYTES_MAX } from './limits.js';
// Adding, listing, handing out, removing.
export { AddAttachments, type AddedFile } from './use-cases/add-attachments.service.js';
export { ListAttachments } from './use-cases/list-attachments.service.js';
export { ReadAttachment, type OpenedFile, type WantedFile } from './use-cases/read-attachment.service.js';
export { RemoveAttachment } from './use-cases/remove-attachment.service.js';
// Pictures of marking practices.
export { PicturesDto } from './practice-pictures.dto.js';
export type { PracticePicture } from './practice-picture.js';
export { AddPracticePictures } from './use-cases/add-practice-pictures.service.js';
export { ReadPracticePictures, type WantedPicture } from './use-cases/read-practice-pictures.service.js';
export { RemovePracticePicture } from './use-cases/remove-practice-picture.service.js';
// For tracing: files follow their request when it is submitted or thrown away.
export { UseOfFiles, type GivenFiles } from './use-of-files.service.js';
export { Attachments } from './attachments.repository.js';
export { takesFilesOf } from './request-of-files.service.js';
// For the worker: scanning and small copies.
export { AttachmentWorkshop } from './attachment-workshop.processor.js';
export { VirusScanner } from './virus-scanner.service.js';
// What the room brings to the house.
export { ATTACHMENT_EVENTS } from './audit-events.js';
export { AttachmentsModule, AttachmentWorkshopModule } from './attachments.module.js';
export { ATTACHMENT_PERMISSIONS } from './permissions.js';
export { ATTACHMENT_MIGRATIONS } from './migrations.js';
export { HIDDEN, type Hidden } from './hidden-data.js';
