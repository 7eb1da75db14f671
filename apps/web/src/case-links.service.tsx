import { Injectable } from '@nestjs/common';
import { mayAct } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { ShowCase, type RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { WEB_PERMISSIONS } from './permissions.js';
import { CaseLink, type CaseOffer } from './views/case-link.js';
import type { PageContext } from './views/page-context.js';

/** The way from a request to the case of its weapon, for the State that asks: no other knows of it. */
@Injectable()
export class CaseLinks {
  constructor(private readonly showCase: ShowCase) {}

  async for(
    page: PageContext,
    actor: Officer,
    { id, requestingState }: RequestSummary,
    offer: CaseOffer = 'case.open.ofRequest',
  ): Promise<VNode | null> {
    if (requestingState !== actor.state) return null;
    const caseId = await this.showCase.idFor(actor, id);
    if (caseId === null && !mayAct(WEB_PERMISSIONS, actor.role, 'weapon_case.open')) return null;
    return <CaseLink page={page} requestId={id} caseId={caseId} offer={offer} />;
  }
}
