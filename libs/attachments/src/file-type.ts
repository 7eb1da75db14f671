interface KnownType {
  readonly mediaType: string;
  /** What browsers and mail programs call it as well. */
  readonly alsoCalled: readonly string[];
  /** The first is the one it is handed out with. */
  readonly extensions: readonly string[];
  readonly isImage: boolean;
}

/** The files the desk takes: photographs in the formats of telephones and browsers, and documents. */
export const FILE_TYPES = {
  jpeg: {
    mediaType: 'image/jpeg',
    alsoCalled: ['image/jpg', 'image/pjpeg'],
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    isImage: true,
  },
  png: { mediaType: 'image/png', alsoCalled: ['image/x-png'], extensions: ['png'], isImage: true },
  webp: { mediaType: 'image/webp', alsoCalled: [], extensions: ['webp'], isImage: true },
  pdf: { mediaType: 'application/pdf', alsoCalled: ['application/x-pdf'], extensions: ['pdf'], isImage: false },
} as const satisfies Record<string, KnownType>;
export type FileType = keyof typeof FILE_TYPES;
export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as readonly FileType[];

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What the bytes are by their first ones, whatever name and sender say; null: nothing the desk takes. */
export function fileTypeOf(content: Buffer): FileType | null {
  if (content.length >= 3 && content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff) return 'jpeg';
  if (content.subarray(0, 8).equals(PNG_SIGNATURE)) return 'png';
  if (content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return pdfStartOf(content) === -1 ? null : 'pdf';
}

/** How far from its start readers look for a PDF (ISO 32000-1, annex H.3): scanners and mail programs put lines before it. */
export const PDF_REACH = 1024;

/** Where a PDF begins; -1: nowhere near the start. */
export function pdfStartOf(content: Buffer): number {
  return content.toString('latin1', 0, PDF_REACH).search(/%PDF-[12]\.\d/);
}
