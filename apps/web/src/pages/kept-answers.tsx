import type { FlatForm } from '@tracedesk/platform';
import type { VNode } from 'preact';
import type { PageContext } from '../views/page-context.js';
import { labelsIn } from '../views/told-labels.js';
import { UserText } from '../views/words.js';

const SECRETS = ['password'];

/** Whether something was answered in a form that could not be taken. */
export function hasKeptAnswers(body: FlatForm): boolean {
  return answersIn(body).length > 0;
}

/** Everything a person had answered in a form that could not be taken, each answer under its label, to be copied. Only secrets are left out. */
export function KeptAnswers({ page, body }: { readonly page: PageContext; readonly body: FlatForm }): VNode | null {
  const answers = answersIn(body);
  const labels = labelsIn(body);
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{page.t('page.conflict.kept')}</h2>
      <dl class="facts">
        {answers.map(({ name, texts }) => (
          <div>
            <dt dir="auto">{labels.of(name)}</dt>
            <dd>
              {texts.map((text) => (
                <UserText>{labels.chosen(name, text)}</UserText>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function answersIn(body: FlatForm): readonly { readonly name: string; readonly texts: readonly string[] }[] {
  return Object.entries(body)
    .filter(([name]) => !name.startsWith('_') && !SECRETS.includes(name))
    .map(([name, value]) => ({ name, texts: [value].flat().filter((text) => text.trim() !== '') }))
    .filter(({ texts }) => texts.length > 0);
}
