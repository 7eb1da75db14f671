import {
  DIRECTORY_PERMISSIONS,
  isUnconfirmed,
  successorsOf,
  type ContactPoint,
  type ContactPointsOfState,
  type ProtocolStatus,
  type State,
} from '@tracedesk/directory';
import { mayAct } from '@tracedesk/identity';
import { sortedByName, stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import { isValidOn } from '@tracedesk/directory/core';
import { ContactFacts } from '../views/contact-facts.js';
import { languagesIn, listIn } from '../views/contact-words.js';
import { ContactReminder } from '../views/contact-reminder.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';

interface Listed {
  readonly state: State;
  readonly answering: readonly ContactPoint[];
}

/** Whom to ask in each State. */
export function DirectoryPage({ page, listed }: { readonly page: PageContext; readonly listed: readonly Listed[] }): VNode {
  const { t, language } = page;
  const byCode = new Map(listed.map((one) => [one.state.code as string, one]));
  const columns = ['state', 'offices', 'languages'] as const;
  return (
    <Layout page={page} title={t('directory.title')}>
      <h1>{t('directory.title')}</h1>
      <p class="lede">{t('directory.about')}</p>
      <p>
        <a href="/marking-practices">{t('practice.title')}</a> <a href="/directory/contact-points.csv">{t('directory.csv')}</a>
      </p>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th role="columnheader" scope="col">
                {t(`directory.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sortedByName(byCode.keys(), language).map(({ code, name }) => {
            const one = byCode.get(code);
            return one && <StateRow page={page} listed={one} name={name} />;
          })}
        </tbody>
      </table>
    </Layout>
  );
}

function StateRow({ page, listed, name }: { readonly page: PageContext; readonly listed: Listed; readonly name: string }): VNode {
  const { t } = page;
  const { state, answering } = listed;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`/directory/${state.code}`}>{name}</a>
      </th>
      <td role="cell" data-label={t('directory.column.offices')}>
        {answering.map(({ office }) => (
          <div dir="auto">{office}</div>
        ))}
        {answering.length === 0 && <Silence page={page} state={state} />}
      </td>
      <td role="cell" data-label={t('directory.column.languages')}>
        {languagesIn(page, [...new Set(answering.flatMap(({ languages }) => languages))])}
      </td>
    </tr>
  );
}

/** Why nobody answers there, and who might instead. */
function Silence({ page, state }: { readonly page: PageContext; readonly state: State }): VNode {
  const { t, formats, language } = page;
  const heirs = successorsOf(state.code) ?? [];
  return (
    <>
      {state.dissolvedOn ? t('directory.dissolved', { day: formats.day(state.dissolvedOn) }) : t('directory.none')}
      {heirs.length > 0 && (
        <div>
          {t('directory.successors', {
            states: listIn(
              page,
              heirs.map((code) => stateName(code, language)),
            ),
          })}
        </div>
      )}
    </>
  );
}

export interface StateContactsProps {
  readonly page: PageContext;
  readonly found: ContactPointsOfState;
  readonly done: string | null;
}

/** One State's offices: those that answer, and those that did or will. */
export function StateContactsPage({ page, found, done }: StateContactsProps): VNode {
  const { t, language } = page;
  const { state, today, clock, items } = found;
  const title = t('directory.state.title', { state: stateName(state.code, language) });
  const answering = state.active ? items.filter((office) => isValidOn(office, today)) : [];
  const others = items.filter((office) => !answering.includes(office));
  const mayAdd = page.person?.state === state.code && mayAct(DIRECTORY_PERMISSIONS, page.person.role, 'contact_point.add');
  return (
    <Layout page={page} title={title}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <p>
        <a href="/directory">{t('directory.back')}</a>
      </p>
      <h1>{title}</h1>
      <p class="lede">{t('directory.state.zone', { zone: state.timeZone, time: clock.time })}</p>
      {page.person?.state === state.code && (
        <ContactReminder page={page} offices={answering.filter(({ confirmedAt }) => isUnconfirmed(confirmedAt, page.now))} />
      )}
      {answering.length === 0 && (
        <p>
          <Silence page={page} state={state} />
        </p>
      )}
      {answering.map((office) => (
        <Office page={page} office={office} clock={clock} />
      ))}
      {mayAdd && (
        <p>
          <a class="button" href="/contact-points/new">
            {t('directory.add')}
          </a>{' '}
          <a href="/contact-points/import">{t('contactImport.link')}</a>
        </p>
      )}
      <p>
        <a href={`/marking-practices?state=${state.code}`}>
          {t('directory.state.practices', { state: stateName(state.code, language) })}
        </a>
      </p>
      <FirearmsProtocol page={page} status={found.firearmsProtocol} />
      {mayAdd && (
        <p>
          <a href="/notices/deliveries">{t('delivery.title')}</a>
        </p>
      )}
      {answering.length > 1 && (
        <section aria-labelledby="choice">
          <h2 id="choice">{t('directory.state.choice')}</h2>
          <p>{t('directory.state.choice.about')}</p>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{t('directory.state.past')}</h2>
          {others.map((office) => (
            <Office page={page} office={office} clock={null} />
          ))}
        </section>
      )}
    </Layout>
  );
}

/** For reading only: the source and its day stand beside it, and nothing in the desk is decided by it. */
function FirearmsProtocol({ page, status }: { readonly page: PageContext; readonly status: ProtocolStatus }): VNode {
  const { t, formats } = page;
  const { standing, depositedOn, source, asOf } = status;
  return (
    <section aria-labelledby="firearms-protocol">
      <h2 id="firearms-protocol">{t('directory.protocol.title')}</h2>
      <p>
        {depositedOn === null
          ? t(`directory.protocol.${standing}`)
          : t('directory.protocol.party.deposited', { day: formats.day(depositedOn) })}
      </p>
      {source !== null && asOf !== null && (
        <p>
          {t('directory.protocol.asOf', { day: formats.day(asOf) })} <span dir="auto">{source}</span>
        </p>
      )}
      <p class="hint">{t('directory.protocol.about')}</p>
    </section>
  );
}

function Office(props: {
  readonly page: PageContext;
  readonly office: ContactPoint;
  readonly clock: ContactPointsOfState['clock'] | null;
}): VNode {
  const { page, office, clock } = props;
  const id = `office-${office.id}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={`/contact-points/${office.id}`} dir="auto">
          {office.office}
        </a>
      </h2>
      <ContactFacts page={page} office={office} clock={clock} />
    </section>
  );
}
