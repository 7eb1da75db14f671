import { isStated, type Stated } from '@tracedesk/firearms';
import type { ComponentChildren, VNode } from 'preact';
import type { PageContext } from './page-context.js';

interface AnswerProps<T> {
  readonly page: PageContext;
  readonly name: string;
  readonly stated: Stated<T> | undefined;
  readonly needed?: boolean;
  readonly children: (value: T) => ComponentChildren;
}

/** An element of ITI 17: the value, or the reason why it is unknown. */
export function Answer<T>({ page, name, stated, needed, children }: AnswerProps<T>): VNode | null {
  const { t } = page;
  if (!isStated(stated) || stated === undefined) return needed ? <Plain name={name} missing={t('draft.notAnswered')} /> : null;
  return (
    <Plain name={name}>
      {'value' in stated ? (
        children(stated.value)
      ) : (
        <span dir="auto">{t('draft.unknown', { reason: stated.unknownBecause })}</span>
      )}
    </Plain>
  );
}

/** A fact, left out where there is none; with `missing`, that there is none is said. */
export function Plain({
  name,
  missing,
  children,
}: {
  readonly name: string;
  readonly missing?: string;
  readonly children?: ComponentChildren;
}): VNode | null {
  if (!children || (Array.isArray(children) && !children.some(Boolean))) {
    if (missing === undefined) return null;
    children = <em class="hint">{missing}</em>;
  }
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
