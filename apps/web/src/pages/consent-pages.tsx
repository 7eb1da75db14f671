import type { ConsentSummary, ConsentWords } from '@tracedesk/confidentiality';
import { stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import { Fact } from '../views/fact.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Day, DueBadge, Id, Instant, StateName, UserText } from '../views/words.js';

const SIDES = ['giving', 'asking'] as const;

export interface ConsentsPageProps {
  readonly page: PageContext;
  readonly consents: readonly ConsentSummary[];
}

/** What the own State was asked for, and what it asked for: open fields only, newest first. */
export function ConsentsPage({ page, consents }: ConsentsPageProps): VNode {
  const { t } = page;
  return (
    <Layout page={page} title={t('consent.title')}>
      <h1>{t('consent.title')}</h1>
      <p class="lede">{t('consent.about')}</p>
      {SIDES.map((side) => (
        <section aria-labelledby={side}>
          <h2 id={side}>{t(`consent.side.${side}`)}</h2>
          <Consents page={page} consents={consents.filter((consent) => consent.side === side)} />
        </section>
      ))}
    </Layout>
  );
}

const COLUMNS = ['request', 'states', 'use', 'recipient', 'status', 'due'] as const;

function Consents({ page, consents }: ConsentsPageProps): VNode {
  const { t, language } = page;
  if (consents.length === 0) return <p>{t('consent.none')}</p>;
  return (
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th role="columnheader" scope="col">
              {t(`consent.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {consents.map((consent) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              <a href={`/consents/${consent.id}`}>
                <Id>{consent.reference}</Id>
              </a>
            </th>
            <td role="cell" data-label={t('consent.column.states')}>
              {stateName(consent.askingState, language)} · {stateName(consent.givingState, language)}
            </td>
            <td role="cell" data-label={t('consent.column.use')}>
              {t(`consent.use.${consent.use}`)}
            </td>
            <td role="cell" data-label={t('consent.column.recipient')}>
              {recipientText(page, consent)}
            </td>
            <td role="cell" data-label={t('consent.column.status')}>
              {statusText(page, consent)}
            </td>
            <td role="cell" data-label={t('consent.column.due')}>
              {consent.deadline?.state === 'runs' && <DueBadge page={page} dueAt={consent.deadline.dueAt} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface ConsentPageProps {
  readonly page: PageContext;
  readonly consent: ConsentSummary;
  /** What was said, where the request's content is open to the reader; `null` where it is not. */
  readonly words: readonly ConsentWords[] | null;
  readonly done: string | null;
}

/** One consent: what for, its clock, what the reader can do now, and its words while the request's content is open. */
export function ConsentPage({ page, consent, words, done }: ConsentPageProps): VNode {
  const { t } = page;
  const path = `/consents/${consent.id}`;
  return (
    <Layout page={page} title={t('consent.one', { reference: consent.reference })}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <h1>{t.rich('consent.one', { reference: <Id>{consent.reference}</Id> })}</h1>
      <p>
        <a href={`/tracing-requests/${consent.requestId}`}>{t('consent.request', { reference: consent.reference })}</a>
      </p>
      <ConsentFacts page={page} consent={consent} />
      {consent.acts.length > 0 && (
        <ul class="actions">
          {consent.acts.map((act, index) => (
            <li>
              <a class={index === 0 ? 'button' : 'button second'} href={`${path}/${act}`}>
                {t(`consent.${act}.title`)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="words">
        <h2 id="words">{t('consent.words')}</h2>
        {words ? <Words page={page} words={words} /> : <WordsClosed page={page} consent={consent} />}
      </section>
    </Layout>
  );
}

export function ConsentFacts({ page, consent }: Pick<ConsentPageProps, 'page' | 'consent'>): VNode {
  const { t } = page;
  const { deadline } = consent;
  return (
    <dl class="facts">
      <Fact name={t('consent.column.states')}>
        <StateName page={page} code={consent.askingState} /> · <StateName page={page} code={consent.givingState} />
      </Fact>
      <Fact name={t('consent.column.use')}>{t(`consent.use.${consent.use}`)}</Fact>
      <Fact name={t('consent.column.recipient')}>{recipientText(page, consent)}</Fact>
      <Fact name={t('consent.column.status')}>
        <strong>{statusText(page, consent)}</strong>
      </Fact>
      <Fact name={t('consent.asked')}>{consent.asked.map((name) => informationText(page, name)).join(' · ')}</Fact>
      {consent.granted.length > 0 && (
        <Fact name={t('consent.granted')}>{consent.granted.map((name) => informationText(page, name)).join(' · ')}</Fact>
      )}
      <Fact name={t('consent.askedAt')}>
        <Instant page={page} at={consent.askedAt} />
      </Fact>
      {deadline && deadline.state !== 'off' && (
        <Fact name={t('consent.column.due')}>
          <Instant page={page} at={deadline.dueAt} />{' '}
          {deadline.state === 'runs' && <DueBadge page={page} dueAt={deadline.dueAt} />}{' '}
          <a href={`/consents/${consent.id}/deadline`}>{t('explanation.title')}</a>
        </Fact>
      )}
      {consent.decidedAt && (
        <Fact name={t('consent.decidedAt')}>
          <Instant page={page} at={consent.decidedAt} />
        </Fact>
      )}
      {consent.endsOn && (
        <Fact name={t('consent.grant.endsOn')}>
          <Day page={page} on={consent.endsOn} />
        </Fact>
      )}
      <Fact name={t('consent.uses')}>{page.formats.number(consent.uses)}</Fact>
    </dl>
  );
}

function Words({ page: { t }, words }: { readonly page: PageContext; readonly words: readonly ConsentWords[] }): VNode {
  return (
    <dl class="facts">
      {words.map(({ act, name, text }) => (
        <Fact name={t.maybe(`consent.said.${act}.${name}`) ?? t('consent.words')}>
          <UserText>{text.reveal()}</UserText>
        </Fact>
      ))}
    </dl>
  );
}

function WordsClosed({ page: { t }, consent }: Pick<ConsentPageProps, 'page' | 'consent'>): VNode {
  return (
    <p>
      {t('consent.words.closed')} <a href={`/tracing-requests/${consent.requestId}/content`}>{t('consent.words.open')}</a>
    </p>
  );
}

/** A name of information in words: names are numbers, and say nothing of what is told. */
export function informationText({ t }: PageContext, name: string): string {
  const [round, item, party] = name.split('.');
  if (round === undefined || item === undefined) return t('consent.name.question');
  if (item === 'd') return t('consent.name.diversion', { round });
  if (item === 'c') return t('consent.name.candidates', { round });
  return party === undefined ? t('consent.name.item', { round, item }) : t('consent.name.party', { round, item, party });
}

function recipientText({ t, language }: PageContext, { recipient }: ConsentSummary): string {
  return recipient.kind === 'state' ? stateName(recipient.state, language) : t('consent.recipient.authority');
}

/** How it stands now: granted has a last day, and ends with it by itself. */
function statusText({ t, formats }: PageContext, { status, inForce, endsOn, withdrawnAt }: ConsentSummary): string {
  if (status === 'granted') return t(`consent.status.${inForce ? 'granted' : 'ended'}`, { day: formats.day(endsOn ?? '') });
  if (status === 'withdrawn') return t('consent.status.withdrawn', { day: withdrawnAt ? formats.instant(withdrawnAt) : '' });
  return t(`consent.status.${status}`);
}
