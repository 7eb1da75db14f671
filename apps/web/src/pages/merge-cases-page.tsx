import type { WeaponCase } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { caseName, casePath } from '../views/case-words.js';
import { Buttons, Consequence, DeskForm } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id } from '../views/words.js';
import { CaseFacts } from './case-page.js';

export interface MergeCasesPageProps {
  readonly page: PageContext;
  readonly kept: WeaponCase;
  readonly other: WeaponCase;
  readonly once: string;
}

/** Two cases side by side, and what it means to say that they are of one weapon. */
export function MergeCasesPage({ page, kept, other, once }: MergeCasesPageProps): VNode {
  const { t } = page;
  const title = t('case.merge.title');
  const path = casePath(kept.id);
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="lede">{t('case.merge.about')}</p>
      {(
        [
          ['kept', kept],
          ['other', other],
        ] as const
      ).map(([role, weapon]) => (
        <section aria-labelledby={role}>
          <h2 id={role}>{t.rich('frame.named', { name: t(`case.merge.${role}`), value: <CaseName weapon={weapon} /> })}</h2>
          <CaseFacts page={page} weapon={weapon} />
        </section>
      ))}
      <DeskForm page={page} action={`${path}/merge`} version={kept.version} once={once}>
        <input type="hidden" name="caseId" value={other.id} />
        <Consequence page={page}>{[t('case.merge.consequence.requests'), t('case.merge.consequence.counts')]}</Consequence>
        <Buttons page={page} confirm={t('case.merge.confirm')} cancel={path} danger />
      </DeskForm>
    </Layout>
  );
}

function CaseName({ weapon }: { readonly weapon: WeaponCase }): VNode {
  return (
    <a href={casePath(weapon.id)}>
      <Id>{caseName(weapon)}</Id>
    </a>
  );
}
