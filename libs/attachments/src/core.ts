// What a file is, and whether the desk takes it: pure.
export {
  FILE_STATES,
  FORMS,
  PREVIEWS,
  SCANS,
  fileState,
  hasSmallCopy,
  mayBeShown,
  type AboutFile,
  type Attachment,
  type AttachmentId,
  type FileState,
  type Form,
  type Preview,
  type Scan,
} from './attachment.js';
export { chunkName, chunksOf, sha256Of } from './chunks.js';
export { contentDisposition, extensionOf, isFileName, nameFor } from './file-name.js';
export { FILE_TYPES, FILE_TYPE_NAMES, fileTypeOf, type FileType } from './file-type.js';
export { HIDDEN, hiddenIn, type Hidden } from './hidden-data.js';
export { imageSizeOf, type ImageSize } from './image-size.js';
export { inspectFile, type InspectedFile, type SentFile } from './inspect-file.js';
export {
  FILE_BYTES_MAX,
  FILES_PER_REQUEST,
  FILES_PER_UPLOAD,
  PIXELS_MAX,
  PREVIEW_SIDE_PIXELS,
  UPLOAD_BYTES_MAX,
} from './limits.js';
