import { CONFIRMATION_DAYS, isUnconfirmed, worksAt, type ContactPoint, type ContactPointDetails } from '@tracedesk/directory';
import type { ComponentChildren, VNode } from 'preact';
import { languagesIn, listIn } from './contact-words.js';
import type { PageContext } from './page-context.js';
import { Id, Instant } from './words.js';

interface FactsProps {
  readonly page: PageContext;
  readonly office: ContactPoint;
  /** What the clock shows in its State; `null` where it does not answer now. */
  readonly clock: { readonly weekday: number; readonly time: string } | null;
}

/** What a State says of one of its offices, and when it last said so. */
export function ContactFacts({ page, office, clock }: FactsProps): VNode {
  const { t } = page;
  return (
    <dl class="facts">
      <DetailFacts page={page} office={office} />
      {clock && <WorkingNow page={page} office={office} clock={clock} />}
      <div>
        <dt>{t('contact.lastConfirmed')}</dt>
        <dd>
          <Instant page={page} at={office.confirmedAt} />{' '}
          {clock && isUnconfirmed(office.confirmedAt, page.now) && <span class="due soon">{t('contact.unconfirmed')}</span>}
          {office.updateAskedAt && (
            <p>
              {t('contact.updateAsked')}: <Instant page={page} at={office.updateAskedAt} />
            </p>
          )}
          <p class="hint">{t('contact.policy', { days: CONFIRMATION_DAYS })}</p>
        </dd>
      </div>
    </dl>
  );
}

/** The same without the day of its confirmation: for what stood there before. */
export function DetailFacts({ page, office }: { readonly page: PageContext; readonly office: ContactPointDetails }): VNode {
  const { t, formats } = page;
  const { opensAt, closesAt, validFrom, validUntil } = office;
  const from = formats.day(validFrom);
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [t('contact.email'), <Id>{office.email}</Id>],
    [t('contact.telephone'), office.telephone && <Id>{office.telephone}</Id>],
    [t('contact.languages'), languagesIn(page, office.languages)],
    [t('contact.channels'), linesOf(office.channels)],
    [
      t('contact.workingDays'),
      listIn(
        page,
        office.workingDays.map((day) => t.maybe(`contact.day.${day}`) ?? String(day)),
      ),
    ],
    [t('contact.hours'), opensAt && closesAt && t('contact.hours.value', { from: opensAt, to: closesAt })],
    [t('contact.deputies'), linesOf(office.deputies)],
    [
      t('contact.scope'),
      listIn(
        page,
        office.scope.map((one) => scopeName(page, one)),
      ),
    ],
    [
      t('contact.validity'),
      validUntil === null
        ? t('contact.validity.since', { from })
        : t('contact.validity.between', { from, until: formats.day(validUntil) }),
    ],
  ];
  return (
    <>
      {rows
        .filter(([, said]) => said !== '' && said !== null)
        .map(([name, said]) => (
          <div>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </>
  );
}

export function scopeName({ t }: PageContext, scope: string): string {
  return scope === 'all' ? t('contact.scope.all') : (t.maybe(`legalBasis.${scope}`) ?? scope);
}

function WorkingNow({ page, office, clock }: FactsProps & { readonly clock: NonNullable<FactsProps['clock']> }): VNode | null {
  const works = worksAt(office, clock);
  if (works === null) return null;
  return (
    <div>
      <dt class="unseen">{page.t('contact.hours')}</dt>
      <dd>
        <span class={works ? 'tag done' : 'tag quiet'}>{page.t(works ? 'contact.hours.open' : 'contact.hours.closed')}</span>
      </dd>
    </div>
  );
}

function linesOf(lines: readonly string[]): ComponentChildren {
  return lines.length === 0 ? null : lines.map((line) => <div dir="auto">{line}</div>);
}
