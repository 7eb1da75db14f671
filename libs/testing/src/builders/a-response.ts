import { Sealed } from '@tracedesk/kernel';
import type { CommandOf, Finding, LimitationGround, Response, ResponseContent, ResponseItem } from '@tracedesk/tracing/core';

/** One item without restrictions: the last legal holder. */
export const AN_ITEM: ResponseItem = {
  kind: 'domestic_sale',
  finding: 'TRACED_TO_LAST_LEGAL_HOLDER',
  on: '2009-05-14',
  details: 'Sold to a licensed dealer.',
  restrictions: [],
};

/** A full response of one item. It is a command of the lifecycle as it stands, so it needs no `build`. */
export function aResponse(): ResponseBuilder {
  return new ResponseBuilder({ kind: 'full' }, { items: [AN_ITEM] });
}

export class ResponseBuilder implements CommandOf<'respond'> {
  readonly action = 'respond';
  readonly response: Response;

  constructor(
    private readonly open: Omit<Response, 'content'>,
    private readonly content: ResponseContent,
  ) {
    this.response = { ...open, content: Sealed.of(content) };
  }

  partial(): ResponseBuilder {
    return new ResponseBuilder({ kind: 'partial' }, this.content);
  }

  restricted(ground: LimitationGround = '22_CONFIDENTIALITY_LAW'): ResponseBuilder {
    return new ResponseBuilder({ kind: 'restricted', ground }, { ...this.content, reasons: 'Article 12 of the Registry Act.' });
  }

  refused(ground: LimitationGround = '22_INVESTIGATION'): ResponseBuilder {
    return new ResponseBuilder({ kind: 'refused', ground }, { items: [], reasons: 'Release would compromise an investigation.' });
  }

  noRecord(finding: Finding = 'NO_RECORD_FOUND'): ResponseBuilder {
    return new ResponseBuilder({ kind: 'no_record', finding }, { items: [] });
  }

  withItems(...items: ResponseItem[]): ResponseBuilder {
    return new ResponseBuilder(this.open, { ...this.content, items });
  }

  withoutGround(): ResponseBuilder {
    const { ground: _ground, ...open } = this.open;
    return new ResponseBuilder(open, this.content);
  }

  withoutReasons(): ResponseBuilder {
    const { reasons: _reasons, ...content } = this.content;
    return new ResponseBuilder(this.open, content);
  }

  withoutFinding(): ResponseBuilder {
    const { finding: _finding, ...open } = this.open;
    return new ResponseBuilder(open, this.content);
  }
}
