import { stateName } from '@tracedesk/language';
import type { Role } from '@tracedesk/kernel';
import type { VNode } from 'preact';
import { DeskForm, ErrorSummary } from '../views/form.js';
import { PasswordField, TextField, type FormView } from '../views/fields.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';

export interface DemonstrationPerson {
  readonly state: string;
  readonly signInName: string;
  readonly role: Role;
}

export interface SignInPageProps {
  readonly page: PageContext;
  readonly form: FormView;
  readonly formToken: string;
  readonly next: string;
  readonly note: 'ended' | 'signedOut' | null;
  /** People of the demonstration, where one-click sign-in is open; else nobody. */
  readonly people: readonly DemonstrationPerson[];
}

/** The way in. In a demonstration: everybody of two States first, the others folded away. */
export function SignInPage({ page, form, formToken, next, note, people }: SignInPageProps): VNode {
  const { t } = page;
  const title = t('signIn.title');
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      {note === 'signedOut' && (
        <div class="done-note" role="status">
          <p>{t('signIn.signedOut')}</p>
        </div>
      )}
      {note === 'ended' && (
        <div class="notice" role="status">
          <h2>{t('signIn.ended')}</h2>
          <p>{t('signIn.ended.about')}</p>
        </div>
      )}
      <h1>{title}</h1>
      <p class="lede">{t('app.instrument')}</p>
      {people.length > 0 && <OneClick page={page} formToken={formToken} next={next} people={people} />}
      <section aria-labelledby="password">
        {people.length > 0 && <h2 id="password">{t('signIn.withPassword')}</h2>}
        <DeskForm page={page} action="/sign-in">
          <input type="hidden" name="_form" value={formToken} />
          <input type="hidden" name="_next" value={next} />
          <TextField form={form} name="state" label={t('signIn.state')} hint={t('signIn.stateHint')} short exact />
          <TextField form={form} name="name" label={t('signIn.name')} short exact autocomplete="username" />
          <PasswordField form={form} name="password" label={t('signIn.password')} />
          <div class="buttons">
            <button class="main">{t('signIn.submit')}</button>
          </div>
        </DeskForm>
      </section>
    </Layout>
  );
}

/** The pair that shows an exchange best: the usual requester and the manufacturer. */
const SHOWN_FIRST = ['QR', 'QM'];
const HINT_OF: Readonly<Record<string, 'signIn.requests' | 'signIn.makes'>> = { QR: 'signIn.requests', QM: 'signIn.makes' };

interface OneClickProps {
  readonly page: PageContext;
  readonly formToken: string;
  readonly next: string;
  readonly people: readonly DemonstrationPerson[];
}

function OneClick({ page, formToken, next, people }: OneClickProps): VNode {
  const { t } = page;
  const states = [...new Set(people.map(({ state }) => state))];
  const first = SHOWN_FIRST.filter((state) => states.includes(state));
  const others = states.filter((state) => !first.includes(state));
  const peopleOf = (state: string): VNode => (
    <>
      <h3>
        {stateName(state, page.language)} {HINT_OF[state] && <span class="hint">{t(HINT_OF[state])}</span>}
      </h3>
      <ul class="people">
        {people
          .filter((person) => person.state === state)
          .map((person) => (
            <li>
              <button class="tile" name="person" value={`${state}/${person.signInName}`}>
                <span class="unseen">{stateName(state, page.language)}: </span>
                {t(`role.${person.role}`)}
              </button>
            </li>
          ))}
      </ul>
    </>
  );
  return (
    <section aria-labelledby="one-click">
      <h2 id="one-click">{t('signIn.oneClick')}</h2>
      <p class="lede">{t('signIn.oneClick.about')}</p>
      <DeskForm page={page} action="/sign-in/demonstration">
        <input type="hidden" name="_form" value={formToken} />
        <input type="hidden" name="_next" value={next} />
        {first.map(peopleOf)}
        {others.length > 0 && (
          <details>
            <summary>{t('signIn.otherStates')}</summary>
            {others.map(peopleOf)}
          </details>
        )}
      </DeskForm>
    </section>
  );
}
