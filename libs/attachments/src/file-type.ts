/** The files the desk takes: photographs in the formats of telephones and browsers, and documents. */
export const FILE_TYPES = {
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], isImage: true },
  png: { mediaType: 'image/png', extensions: ['png'], isImage: true },
  webp: { mediaType: 'image/webp', extensions: ['webp'], isImage: true },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], isImage: false },
} as const satisfies Record<string, { mediaType: string; extensions: readonly string[]; isImage: boolean }>;
export type FileType = keyof typeof FILE_TYPES;
export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as readonly FileType[];

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What the bytes are by their first ones, whatever name and sender say; null: nothing the desk takes. */
export function fileTypeOf(content: Buffer): FileType | null {
  if (content.length >= 3 && content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff) return 'jpeg';
  if (content.subarray(0, 8).equals(PNG_SIGNATURE)) return 'png';
  if (content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return /^%PDF-[12]\.\d/.test(content.toString('latin1', 0, 8)) ? 'pdf' : null;
}
