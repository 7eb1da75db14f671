// What an upload, a file and a request keep to.

const MEGABYTE = 1024 * 1024;

/** A photograph of a telephone has 3 to 8 MB. */
export const FILE_BYTES_MAX = 10 * MEGABYTE;
export const FILES_PER_UPLOAD = 10;
/** What lies in memory for one upload. */
export const UPLOAD_BYTES_MAX = 50 * MEGABYTE;
export const FILES_PER_REQUEST = 40;
export const PICTURES_PER_PRACTICE = 10;
/** Beyond it a small file becomes gigabytes when it is decoded. Today's largest telephones take 50 million. */
export const PIXELS_MAX = 100_000_000;
export const SIDE_PIXELS_MAX = 30_000;
/** What file systems take. */
export const NAME_LENGTH_MAX = 255;
/** A row of PostgreSQL is comfortable up to here, and several travel at once. */
export const CHUNK_BYTES = 512 * 1024;
/** The longer side of a preview. */
export const PREVIEW_SIDE_PIXELS = 1600;
