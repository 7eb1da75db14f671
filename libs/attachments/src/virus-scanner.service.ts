/** Port: whoever says whether a file may be shown. A scanner that cannot answer throws: then nothing is shown. */
export abstract class VirusScanner {
  /** Whether there is one. Without, files are shown unscanned. */
  abstract readonly configured: boolean;
  abstract scan(content: Buffer): Promise<'clean' | 'infected'>;
}
