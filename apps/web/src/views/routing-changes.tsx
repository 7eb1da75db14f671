import type { RoutingChange } from '@tracedesk/firearms';
import { stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';

interface ChangesProps {
  readonly page: PageContext;
  readonly changes: readonly RoutingChange[];
}

/** What would change the proposal, mark by mark; what would not is named in one line. */
export function RoutingChanges({ page, changes }: ChangesProps): VNode {
  const { t } = page;
  const other = changes.filter((change) => change.changes);
  const same = changes.filter((change) => !change.changes);
  return (
    <details>
      <summary>{t('routing.changes')}</summary>
      {other.length === 0 && <p>{t('routing.changes.none')}</p>}
      <ul>
        {other.map((change) => (
          <li>{t.rich('frame.named', { name: supposedText(page, change), value: <strong>{thenText(page, change)}</strong> })}</li>
        ))}
      </ul>
      {same.length > 0 && (
        <p class="hint">{t('routing.changes.same', { marks: same.map((change) => supposedText(page, change)).join('; ') })}</p>
      )}
    </details>
  );
}

function supposedText({ t, language }: PageContext, { mark, supposed, names, year }: RoutingChange): string {
  if (supposed === 'read') return t(`routing.if.read.${mark}`);
  const named = names === undefined ? '' : ` (${[stateName(names, language), year].filter(Boolean).join(', ')})`;
  return `${t(`routing.if.notThere.${mark}`)}${named}`;
}

function thenText({ t, language }: PageContext, { then }: RoutingChange): string {
  return then.kind === 'state' ? stateName(then.route.state, language) : t(`routing.then.${then.kind}`);
}
