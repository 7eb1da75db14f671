import type { StateCode } from '@tracedesk/kernel';
import type { Attachment } from './attachment.js';

/** A picture of a marking practice, as every State sees it: without the name and the hash of its original, which are its own State's. */
export interface PracticePicture extends Omit<Attachment, 'about'> {
  readonly practiceId: string;
  readonly state: StateCode;
  /** What it shows, in the words of its State; `null`: the practice's own words say it. */
  readonly caption: string | null;
}
