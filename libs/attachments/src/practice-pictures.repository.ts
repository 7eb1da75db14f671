import { Injectable } from '@nestjs/common';
import type { Sealed } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { AttachmentId } from './attachment.js';
import { Attachments } from './attachments.repository.js';
import type { PracticePicture } from './practice-picture.js';

/** Pictures of marking practices: every State sees them, and its own changes them. Their bytes lie where those of all files lie. */
@Injectable()
export class PracticePictures {
  constructor(private readonly attachments: Attachments) {}

  /** The pictures of these practices, in the order they came. */
  async of(tx: Tx, practiceIds: readonly string[]): Promise<readonly PracticePicture[]> {
    if (practiceIds.length === 0) return [];
    return tx.query<PracticePicture>(`${PICTURES} where practice_id = any ($1::uuid[]) order by added_at, id`, [practiceIds]);
  }

  async find(tx: Tx, practiceId: string, id: AttachmentId): Promise<PracticePicture | undefined> {
    const [found] = await tx.query<PracticePicture>(`${PICTURES} where practice_id = $1 and id = $2`, [practiceId, id]);
    return found;
  }

  /** The small copy, for every State. */
  async smallCopy(tx: Tx, { id }: PracticePicture): Promise<Sealed<Buffer>> {
    return this.attachments.readOpen(tx, id);
  }
}

const PICTURES = `
  select id, practice_id as "practiceId", first_state as state, type, bytes, scan, preview, added_at as "addedAt", caption
    from attachments`;
