import { stateName } from '@tracedesk/language';
import type { Conflict, ItemParty, PointOfDiversion, ResponseItem, RestrictionOnUse, SerialMatch } from '@tracedesk/tracing';
import { isHearsay, restrictionsOn } from '@tracedesk/tracing';
import type { ComponentChildren, VNode } from 'preact';
import { Fact } from './fact.js';
import type { PageContext } from './page-context.js';
import { Hearsay, Id, Paragraph, RecordedDate, UserText } from './words.js';

interface ItemViewProps {
  readonly page: PageContext;
  readonly number: string;
  readonly item: ResponseItem;
  /** How the serial number of its record compares with the one read. */
  readonly serialMatch: SerialMatch | null;
  /** Contradictions of this item with others. */
  readonly conflicts: readonly Conflict[];
  /** The number of the item that corrected this one. */
  readonly replacedBy: string | null;
  /** Where leave to use it is asked for; null for those who do not ask. */
  readonly askHref: string | null;
  /** Its files. */
  readonly children?: ComponentChildren;
}

/** One item of a response: what it says, where that comes from, and who may read it. */
export function ResponseItemView(props: ItemViewProps): VNode {
  const { page, number, item, serialMatch, conflicts, replacedBy, askHref, children } = props;
  const { t, language } = page;
  return (
    <div class={item.restrictions.length > 0 ? 'restricted' : 'item'} id={`item-${number}`}>
      <h4>
        {t.rich('item.number', { number: <Id>{number}</Id> })}: {t(`item.kind.${item.kind}`)}
        {isHearsay(item) && <Hearsay page={page} />}
      </h4>
      {replacedBy && (
        <p class="fault">
          <a href={`#item-${replacedBy}`}>{t('item.replacedBy', { number: replacedBy })}</a>
        </p>
      )}
      {item.replaces && (
        <p>
          <a href={`#item-${item.replaces}`}>{t('item.replacesItem', { number: item.replaces })}</a>
        </p>
      )}
      {conflicts.map(({ between, about }) => (
        <p class="fault">
          {t('item.conflict', {
            number: between.find((one) => one !== number) ?? '',
            about: about.map((subject) => t(`item.conflict.${subject}`)).join(', '),
          })}
        </p>
      ))}
      <dl class="facts">
        {item.finding && (
          <Fact name={t('respond.itemFinding')}>
            <strong>{t(`finding.${item.finding}`)}</strong>
          </Fact>
        )}
        {item.on && (
          <Fact name={t('respond.itemOn')}>
            <RecordedDate page={page} on={item.on} />
          </Fact>
        )}
        {item.component && <Fact name={t('item.component')}>{t(`component.${item.component}`)}</Fact>}
        {item.fromState && <Fact name={t('item.fromState')}>{stateName(item.fromState, language)}</Fact>}
        {item.state && <Fact name={t('respond.itemState')}>{stateName(item.state, language)}</Fact>}
        <Fact name={t('respond.itemDetails')}>
          <UserText>{item.details}</UserText>
        </Fact>
        <Record page={page} item={item} serialMatch={serialMatch} />
        {item.parties && item.parties.length > 0 && (
          <Fact name={t('item.parties')}>
            <ul>
              {item.parties.map((party) => (
                <Party page={page} item={item} party={party} />
              ))}
            </ul>
          </Fact>
        )}
        {item.evidentialUse && <Fact name={t('item.evidentialUse')}>{t(`item.evidentialUse.${item.evidentialUse}`)}</Fact>}
        {item.label && (
          <Fact name={t('item.label')}>
            {t(`item.label.${item.label.scheme}`)} <Id>{item.label.value}</Id>
          </Fact>
        )}
        <Fact name={t('item.readers')}>
          <Readers page={page} restrictions={item.restrictions} authorities={item.authorities} purposes={item.purposes} />
        </Fact>
      </dl>
      {children}
      {askHref && (
        <p>
          <a href={askHref}>
            {t('consent.ask.link')} <span class="unseen">{t('item.number', { number })}</span>
          </a>
        </p>
      )}
    </div>
  );
}

function Record({ page, item, serialMatch }: Pick<ItemViewProps, 'page' | 'item' | 'serialMatch'>): VNode {
  const { t } = page;
  const { record, confidence, confidenceBasis = [], endUserDocument, reExportConsent } = item;
  return (
    <>
      {record && (
        <Fact name={t('item.record')}>
          <bdi>{record.register}</bdi> {record.reference && <Id>{record.reference}</Id>}
          {record.ofDefunctCompany && (
            <>
              {' '}
              · {t('item.record.ofDefunctCompany')} <Paragraph page={page}>13</Paragraph>
            </>
          )}
        </Fact>
      )}
      {record?.serial && (
        <Fact name={t('item.record.serial')}>
          <Id>{record.serial}</Id> {serialMatch && t(`item.match.${serialMatch}`)}
          {record.matchConfirmed && <p class="hint">{t('item.record.confirmed')}</p>}
        </Fact>
      )}
      {confidence && (
        <Fact name={t('item.confidence')}>
          {t(`item.confidence.${confidence}`)}
          {confidenceBasis.length > 0 && (
            <span class="hint">
              {' '}
              {t('item.basis.said', { bases: confidenceBasis.map((one) => t(`item.basis.${one}`)).join(', ') })}
            </span>
          )}
        </Fact>
      )}
      {endUserDocument && (
        <Fact name={t('item.endUserDocument')}>
          <bdi>{endUserDocument}</bdi>
        </Fact>
      )}
      {reExportConsent && <Fact name={t('item.reExportConsent')}>{t(`item.reExportConsent.${reExportConsent}`)}</Fact>}
    </>
  );
}

interface PartyProps {
  readonly page: PageContext;
  readonly item: ResponseItem;
  readonly party: ItemParty;
}

function Party({ page, item, party }: PartyProps): VNode {
  const { t, language } = page;
  const further = restrictionsOn(item, party).filter((restriction) => !item.restrictions.includes(restriction));
  return (
    <li>
      {t(`item.role.${party.role}`)}: <bdi>{party.name}</bdi>
      {party.address && (
        <>
          , <bdi>{party.address}</bdi>
        </>
      )}
      {party.state && <>, {stateName(party.state, language)}</>}
      {party.isPerson && <span class="hint"> {t('item.party.isPerson')}</span>}
      {further.length > 0 && <Readers page={page} restrictions={further} />}
    </li>
  );
}

/** Says in words who may read something, and under which paragraph. */
export function Readers({
  page,
  restrictions,
  authorities = [],
  purposes = [],
}: {
  readonly page: PageContext;
  readonly restrictions: readonly RestrictionOnUse[];
  readonly authorities?: readonly string[] | undefined;
  readonly purposes?: ResponseItem['purposes'];
}): VNode {
  const { t } = page;
  const named: Partial<Record<RestrictionOnUse, string>> = {
    ...(authorities.length > 0 && { '15a': t('item.readers.15a.named', { authorities: authorities.join('; ') }) }),
    ...(purposes.length > 0 && { '15b': t('item.readers.15b.named', { purposes: usesIn(page, purposes) }) }),
  };
  return (
    <>
      <p>{t('item.readers.own')}</p>
      {restrictions.length > 0 && (
        <>
          <ul>
            {restrictions.map((restriction) => (
              <li>
                <Paragraph page={page}>{`${restriction.slice(0, 2)}(${restriction.slice(2)})`}</Paragraph>{' '}
                <span dir="auto">{named[restriction] ?? t(`item.readers.${restriction}`)}</span>
              </li>
            ))}
          </ul>
          <p class="hint">{t('content.respect')}</p>
        </>
      )}
    </>
  );
}

/** Uses of ITI 17(c) in words, in a list. */
export function usesIn({ t }: PageContext, purposes: NonNullable<ResponseItem['purposes']>): string {
  return purposes.map((use) => t(`use.${use}`)).join(', ');
}

/** Where and when the firearm left the licit circuit, as the response has it. */
export function PointOfDiversionView({ page, point }: { readonly page: PageContext; readonly point: PointOfDiversion }): VNode {
  const { t, language } = page;
  return (
    <>
      <h4>
        {t('diversion.heading')} <Paragraph page={page}>5</Paragraph>
      </h4>
      <dl class="facts">
        {point.on && (
          <Fact name={t('diversion.on')}>
            <RecordedDate page={page} on={point.on} />
          </Fact>
        )}
        {point.state && <Fact name={t('diversion.state')}>{stateName(point.state, language)}</Fact>}
        <Fact name={t('diversion.basis')}>{t(`diversion.basis.${point.basis}`)}</Fact>
        <Fact name={t('diversion.circumstances')}>
          <UserText>{point.circumstances}</UserText>
        </Fact>
        {point.restrictions && point.restrictions.length > 0 && (
          <Fact name={t('item.readers')}>
            <Readers page={page} restrictions={point.restrictions} purposes={point.purposes} />
          </Fact>
        )}
      </dl>
    </>
  );
}
