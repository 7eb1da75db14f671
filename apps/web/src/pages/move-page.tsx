import type { RequestSummary } from '@tracedesk/tracing';
import type { ComponentChildren, VNode } from 'preact';
import { Buttons, Consequence, DeskForm, ErrorSummary } from '../views/form.js';
import type { FormView } from '../views/fields.js';
import { Layout } from '../views/layout.js';
import { Id, Paragraph } from '../views/words.js';
import type { Nameable } from './item-files.js';

export interface MoveProps {
  readonly request: RequestSummary;
  readonly form: FormView;
  readonly once: string;
  /** Of an act that gives items: the files they may name. */
  readonly nameable: Nameable;
}

export interface MovePageProps extends MoveProps {
  readonly action: string;
  readonly title: string;
  readonly paragraph?: string;
  readonly confirm: string;
  readonly consequences: readonly string[];
  readonly danger?: boolean;
  readonly before?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** An act that another State will see: what is said, what it brings about, and one button that says what it does. */
export function MovePage(props: MovePageProps): VNode {
  const { request, form, once, action, title, paragraph, confirm, consequences, danger, before, children } = props;
  const { page } = form;
  const path = `/tracing-requests/${request.id}`;
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>
          {page.t.rich(request.status === 'draft' ? 'request.draftTitle' : 'request.title', {
            reference: <Id>{request.reference}</Id>,
          })}
        </a>
      </p>
      <h1>
        {title} {paragraph && <Paragraph page={page}>{paragraph}</Paragraph>}
      </h1>
      {before}
      <DeskForm page={page} action={`${path}/${action}`} version={request.version} once={once} keep>
        {children}
        <Consequence page={page}>{consequences}</Consequence>
        <Buttons page={page} confirm={confirm} cancel={path} danger={danger ?? false} />
      </DeskForm>
    </Layout>
  );
}
