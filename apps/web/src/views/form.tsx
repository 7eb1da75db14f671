import type { ComponentChildren, VNode } from 'preact';
import { fieldId, type FormView } from './fields.js';
import type { PageContext } from './page-context.js';
import { labelsIn, TellingLabels, ToldLabels } from './told-labels.js';

export interface DeskFormProps {
  readonly page: PageContext;
  readonly action: string;
  /** The version of the request that the reader saw: a move on an older one is a conflict. */
  readonly version?: number;
  /** Makes sending twice the same as sending once. */
  readonly once?: string;
  /** Asks before answers are left unsaved. */
  readonly keep?: boolean;
  readonly children: ComponentChildren;
}

/** A form with what every form of the desk carries. */
export function DeskForm({ page, action, version, once, keep, children }: DeskFormProps): VNode {
  return (
    <form method="post" action={action} novalidate data-keep={keep ? 'yes' : undefined}>
      {page.person && <input type="hidden" name="_csrf" value={page.person.csrfToken} />}
      {version !== undefined && <input type="hidden" name="_version" value={version} />}
      {once !== undefined && <input type="hidden" name="_once" value={once} />}
      <TellingLabels.Provider value={new Map<string, string>()}>
        {children}
        <ToldLabels />
      </TellingLabels.Provider>
    </form>
  );
}

/** What has to be corrected, first on the page, each point with the name of its field and a link to it. */
export function ErrorSummary({ form }: { readonly form: FormView }): VNode | null {
  const { page, faults } = form;
  if (faults.size === 0) return null;
  const labels = labelsIn(form.values);
  const named = (name: string, text: string): string =>
    labels.knows(name) ? page.t('frame.named', { name: labels.of(name), value: text }) : text;
  return (
    <div class="errors" role="alert" tabIndex={-1} autofocus>
      <h2>{page.t('form.errors')}</h2>
      <p>{page.t('form.errors.count', { count: faults.size })}</p>
      <ul>
        {[...faults].map(([name, text]) => (
          <li>{name === '' ? text : <a href={`#${fieldId(name)}`}>{named(name, text)}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** What an outward act brings about: what is sent, to whom, which clock starts or stops. */
export function Consequence({ page, children }: { readonly page: PageContext; readonly children: readonly string[] }): VNode {
  return (
    <section class="consequence" aria-labelledby="consequence">
      <h2 id="consequence">{page.t('consequence.heading')}</h2>
      <ul>
        {children.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}

export function Buttons({
  page,
  confirm,
  cancel,
  danger = false,
}: {
  readonly page: PageContext;
  readonly confirm: string;
  readonly cancel: string;
  readonly danger?: boolean;
}): VNode {
  return (
    <div class="buttons">
      <button class={danger ? 'main danger' : 'main'}>{confirm}</button>
      <a href={cancel}>{page.t('form.cancel')}</a>
    </div>
  );
}
