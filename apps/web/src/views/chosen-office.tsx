import type { ContactChoice } from '@tracedesk/directory/core';
import { stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';

/** The office that a request to this State goes to, and what to know about it. */
export function ChosenOffice(props: {
  readonly page: PageContext;
  readonly state: string;
  readonly choice: ContactChoice | null;
}): VNode {
  const { page, state, choice } = props;
  const { t } = page;
  const named = stateName(state, page.language);
  if (!choice) return <p class="notice">{t('contact.goesNowhere', { state: named })}</p>;
  const { contactPoint, warnings } = choice;
  const office = (
    <a href={`/contact-points/${contactPoint.id}`}>
      <bdi>{contactPoint.office}</bdi>
    </a>
  );
  return (
    <div>
      <p>{t.rich('contact.goesTo', { state: named, office })}</p>
      {warnings.length > 0 && (
        <ul>
          {warnings.map((warning) => (
            <li>{t(`contact.warning.${warning}`)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
