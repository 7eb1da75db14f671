import { dueDistance, stateName } from '@tracedesk/language';
import type { RequestStatus } from '@tracedesk/tracing/core';
import type { ComponentChildren, VNode } from 'preact';
import type { PageContext } from './page-context.js';

interface WithPage {
  readonly page: PageContext;
}

/** An identifier: isolated from the direction of the text around it, in even letters, never translated. */
export function Id({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <bdi dir="ltr" class="id" translate={false}>
      {children}
    </bdi>
  );
}

/** What a person wrote, in whatever script. */
export function UserText({ children }: { readonly children: string }): VNode {
  return (
    <p class="text" dir="auto">
      {children}
    </p>
  );
}

export function StateName({ page, code }: WithPage & { readonly code: string }): VNode {
  return <>{stateName(code, page.language)}</>;
}

export function Instant({ page, at }: WithPage & { readonly at: Date }): VNode {
  return <time dateTime={at.toISOString()}>{page.formats.instant(at)}</time>;
}

export function Day({ page, on }: WithPage & { readonly on: string }): VNode {
  return <time dateTime={on}>{page.formats.day(on)}</time>;
}

/** A date as precisely as a record gives it. */
export function RecordedDate({ page, on }: WithPage & { readonly on: string }): VNode {
  return <time dateTime={on}>{page.formats.recorded(on)}</time>;
}

const TONE = {
  draft: 'quiet',
  submitted: 'open',
  acknowledged: 'open',
  information_requested: 'wait',
  delayed: 'wait',
  responded: 'done',
  clarification_requested: 'wait',
  closed: 'quiet',
  misrouted: 'quiet',
  withdrawn: 'quiet',
} as const satisfies Record<RequestStatus, string>;

export function StatusTag({ page, status }: WithPage & { readonly status: RequestStatus }): VNode {
  return <span class={`tag ${TONE[status]}`}>{page.t(`status.${status}`)}</span>;
}

export function UrgentTag({ page }: WithPage): VNode {
  return <span class="tag urgent">{page.t('priority.urgent')}</span>;
}

const SOON_DAYS = 7;
const DAY = 86_400_000;

/** How far a deadline is, in words and colour: "6 days overdue". */
export function DueBadge({ page, dueAt }: WithPage & { readonly dueAt: Date }): VNode {
  const { overdue, unit, count } = dueDistance(dueAt, page.now);
  const tone = overdue ? 'over' : dueAt.getTime() - page.now.getTime() <= SOON_DAYS * DAY ? 'soon' : 'ahead';
  return (
    <span class={`due ${tone}`}>
      {overdue && (
        <span class="sign" aria-hidden="true">
          !
        </span>
      )}
      {page.t(`deadline.${overdue ? 'over' : 'left'}.${unit}`, { count })}
    </span>
  );
}

/** The paragraph of the ITI that a field or a heading rests on. */
export function Paragraph({ page, children }: WithPage & { readonly children: string }): VNode {
  return <span class="paragraph">{page.t('form.source', { paragraph: page.formats.paragraph(children) })}</span>;
}

/** Marks what rests on nothing but what somebody stated: it is no record. */
export function Hearsay({ page: { t } }: { readonly page: PageContext }): VNode {
  return (
    <>
      {' '}
      <span class="tag warning">{t('item.hearsay')}</span>
    </>
  );
}
