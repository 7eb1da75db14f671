import type { ComponentChildren, VNode } from 'preact';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';

export interface MessagePageProps {
  readonly page: PageContext;
  readonly title: string;
  readonly about: string;
  readonly next: {
    readonly href: string;
    readonly label: string;
    /** Opens in another window, so that what this page shows is not lost. */
    readonly isBeside?: boolean;
  };
  readonly children?: ComponentChildren;
}

/** A page that says why there is nothing to see here, and where to go next. */
export function MessagePage({ page, title, about, next, children }: MessagePageProps): VNode {
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="lede">{about}</p>
      {children}
      <p>
        <a class="button" href={next.href} target={next.isBeside ? '_blank' : undefined}>
          {next.isBeside ? page.t('page.beside', { label: next.label }) : next.label}
        </a>
      </p>
    </Layout>
  );
}
