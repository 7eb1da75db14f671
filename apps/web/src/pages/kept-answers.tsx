import type { FlatForm } from '@tracedesk/platform';
import type { VNode } from 'preact';
import type { PageContext } from '../views/page-context.js';
import { UserText } from '../views/words.js';

const SECRETS = ['password'];

/** The words a person had typed into a form that could not be taken, to be copied. */
export function KeptAnswers({ page, body }: { readonly page: PageContext; readonly body: FlatForm }): VNode | null {
  const texts = Object.entries(body)
    .filter(([name]) => !name.startsWith('_') && !SECRETS.includes(name))
    .flatMap(([, value]) => value)
    .filter((text) => /\s|\d/.test(text.trim()) || text.length > LONGEST_CODE);
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{page.t('page.conflict.kept')}</h2>
      {texts.map((text) => (
        <UserText>{text}</UserText>
      ))}
    </section>
  );
}

/** Shorter texts without blanks and digits are choices, which are quickly made again. */
const LONGEST_CODE = 24;
