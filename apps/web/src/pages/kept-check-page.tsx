import type { Disclosure } from '@tracedesk/confidentiality';
import { asksForAnswer } from '@tracedesk/firearms';
import type { ActingPerson, KeptCheckRead, KeptFinding, RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Fact } from '../views/fact.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { FindingFacts } from '../views/traceability-findings.js';
import { Id, Instant, UserText } from '../views/words.js';

export interface KeptCheckPageProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly check: KeptCheckRead;
  /** The sitting in which the reasons are open; null where they are not. */
  readonly reading: Disclosure | null;
  /** Whether some rule lets the reader's role open the content at all. */
  readonly mayOpen: boolean;
}

/** What the check found before the request left, and how each warning was answered: the words of a reason only while the content is open. */
export function KeptCheckPage({ page, request, check, reading, mayOpen }: KeptCheckPageProps): VNode {
  const { t, formats } = page;
  const path = `/tracing-requests/${request.id}`;
  const isOverridden = check.findings.some(({ answered }) => answered === 'override');
  return (
    <Layout page={page} title={t('keptCheck.title', { reference: request.reference })}>
      <h1>{t.rich('keptCheck.title', { reference: <Id>{request.reference}</Id> })}</h1>
      <p class="lede">{t('keptCheck.about')}</p>
      {isOverridden && (
        <div class="notice">
          {reading ? (
            <p>
              {t('content.opened', {
                instant: formats.instant(reading.expiresAt),
                purpose: t(`content.purpose.${reading.purpose}`),
              })}
            </p>
          ) : mayOpen ? (
            <p>
              {t('keptCheck.sealed')} <a href={`${path}/content`}>{t('content.read')}</a>
            </p>
          ) : (
            <p>{t('keptCheck.notForRole')}</p>
          )}
        </div>
      )}
      <p>
        <a href={path}>{t('request.title', { reference: request.reference })}</a>
      </p>
      <dl class="facts">
        <Fact name={t('keptCheck.readAt')}>
          <Instant page={page} at={check.readAt} />
        </Fact>
        <Fact name={t('keptCheck.readBy')}>
          <Person page={page} person={check.readBy} names={check.names} />
        </Fact>
      </dl>
      {check.findings.length === 0 && <p>{t('keptCheck.none')}</p>}
      {check.findings.map((finding) => (
        <Finding page={page} finding={finding} names={check.names} />
      ))}
    </Layout>
  );
}

function Finding({
  page,
  finding,
  names,
}: {
  readonly page: PageContext;
  readonly finding: KeptFinding;
  readonly names: KeptCheckRead['names'];
}): VNode {
  const { t } = page;
  const { answered, severity, overriddenBy, overriddenAt, because } = finding;
  return (
    <article class="finding">
      <FindingFacts page={page} finding={finding} />
      {severity === 'warning' && !asksForAnswer(finding) && <p class="hint">{t('traceability.onlyPossible')}</p>}
      {answered === 'description' && <p>{t('traceability.answered.description')}</p>}
      {answered === 'override' && (
        <dl class="facts">
          {overriddenBy && (
            <Fact name={t('keptCheck.overriddenBy')}>
              <Person page={page} person={overriddenBy} names={names} />
            </Fact>
          )}
          {overriddenAt && (
            <Fact name={t('keptCheck.overriddenAt')}>
              <Instant page={page} at={overriddenAt} />
            </Fact>
          )}
          <Fact name={t('traceability.override')}>
            {because ? <UserText>{because.reveal()}</UserText> : t('keptCheck.reasonSealed')}
          </Fact>
        </dl>
      )}
    </article>
  );
}

function Person({
  page: { t },
  person: { personId, role },
  names,
}: {
  readonly page: PageContext;
  readonly person: ActingPerson;
  readonly names: KeptCheckRead['names'];
}): VNode {
  const name = names.get(personId);
  return (
    <>
      {name !== undefined && (
        <>
          <bdi>{name}</bdi>,{' '}
        </>
      )}
      {t(`role.${role}`)}
    </>
  );
}
