import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { mayAct } from '@tracedesk/identity';
import type { BatchId, Officer, RequestId } from '@tracedesk/kernel';
import { DenialException, respond } from '@tracedesk/platform';
import { ReadBatches, type BatchGroup, type BatchInGroups, type FirearmsOfGroup, type ListedFirearm } from '@tracedesk/tracing';
import type { FastifyRequest } from 'fastify';
import { WEB_PERMISSIONS } from './permissions.js';
import { isFromElsewhere } from './readings.service.js';

/** A batch as one reader sees it: with what its requests are about where that is open to them. */
export interface BatchContent {
  readonly batch: BatchInGroups;
  /** `null` where the reader has to open each request, and say what for. */
  readonly firearms: readonly FirearmsOfGroup[] | null;
}

/** Some requests of a batch: those of one group, or all of them. */
export interface ChosenRequests {
  readonly content: BatchContent;
  /** `null`: all groups. */
  readonly group: BatchGroup | null;
  readonly requests: BatchGroup['requests'];
}

/** Batches as their pages show them. Whoever drafted one reads it as their own task, entered once a sitting. */
@Injectable()
export class BatchContents {
  constructor(
    private readonly reads: ReadBatches,
    private readonly disclosures: Disclosures,
  ) {}

  async of(actor: Officer, id: BatchId, asked: Pick<FastifyRequest, 'headers'>): Promise<BatchContent> {
    const batch = respond(await this.reads.one(actor, id));
    const disclosureId = await this.#disclosureOf(actor, id, asked);
    const firearms = disclosureId === null ? null : await this.reads.firearms(actor, id, disclosureId);
    return { batch, firearms: firearms?.ok ? firearms.value.reveal() : null };
  }

  /** The group of that number as the groups are now, or `all`. */
  async chosen(actor: Officer, id: BatchId, which: string, asked: Pick<FastifyRequest, 'headers'>): Promise<ChosenRequests> {
    const content = await this.of(actor, id, asked);
    const group = content.batch.groups.find(({ number }) => String(number) === which) ?? null;
    if (group === null && which !== 'all') throw new DenialException({ code: 'BATCH_NOT_FOUND' });
    const groups = group ? [group] : content.batch.groups;
    return { content, group, requests: groups.flatMap(({ requests }) => requests) };
  }

  async #disclosureOf(actor: Officer, id: BatchId, asked: Pick<FastifyRequest, 'headers'>): Promise<string | null> {
    const subject = { kind: 'request_batch', id } as const;
    const known = await this.disclosures.current(actor, subject);
    if (known) return known.id;
    // Nobody else has it as their task: the attempt would be an entry that says nothing.
    if (!mayAct(WEB_PERMISSIONS, actor.role, 'request_batch.draft') || isFromElsewhere(asked)) return null;
    const opened = await this.disclosures.open(actor, { subject, purpose: 'assigned_task' });
    return opened.ok ? opened.value.id : null;
  }
}

/** The firearm of a request, where it is open to the reader. */
export function firearmIn({ firearms }: BatchContent, requestId: RequestId): ListedFirearm | undefined {
  return firearms?.flatMap((group) => group.firearms).find((firearm) => firearm.requestId === requestId);
}
