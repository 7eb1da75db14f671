import { fileState, hasSmallCopy, mayBeShown, type Attachment } from '@tracedesk/attachments';
import type { RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id } from '../views/words.js';

interface FilesProps {
  readonly page: PageContext;
  readonly requestId: string;
  readonly files: readonly Attachment[];
  /** Whether the reader may remove those that nobody else has been handed. */
  readonly removable?: boolean;
}

/** The files of a request, each with its hash, size and status; what is not passed by the scanner has no link. */
export function Files({ page, requestId, files, removable = false }: FilesProps): VNode {
  const { t } = page;
  if (files.length === 0) return <p>{t('attachments.none')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('attachments.column.file')}</th>
          <th scope="col">{t('attachments.column.size')}</th>
          <th scope="col">{t('attachments.column.hash')}</th>
          <th scope="col">{t('attachments.column.status')}</th>
          {removable && <th scope="col">{t('attachments.column.remove')}</th>}
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <FileRow page={page} path={`/tracing-requests/${requestId}/attachments/${file.id}`} file={file} removable={removable} />
        ))}
      </tbody>
    </table>
  );
}

interface FileRowProps {
  readonly page: PageContext;
  readonly path: string;
  readonly file: Attachment;
  readonly removable: boolean;
}

function FileRow({ page, path, file, removable }: FileRowProps): VNode {
  const { t } = page;
  const { name, sha256, carries = [], cleanedFrom } = file.about.reveal();
  return (
    <tr>
      <td data-label={t('attachments.column.file')}>
        {hasSmallCopy(file) && mayBeShown(file) && (
          <img src={`${path}/preview`} alt={t('attachments.preview', { name })} loading="lazy" width="160" />
        )}
        {mayBeShown(file) ? (
          <a href={path} download>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
      </td>
      <td data-label={t('attachments.column.size')}>{t('attachments.size', { bytes: file.bytes })}</td>
      <td data-label={t('attachments.column.hash')}>
        <Id>{sha256}</Id>
      </td>
      <td data-label={t('attachments.column.status')}>
        {t(`attachments.state.${fileState(file)}`)}
        {carries.length > 0 && (
          <p class="due soon">
            {t('attachments.carries', { what: carries.map((one) => t(`attachments.hidden.${one}`)).join(', ') })}
          </p>
        )}
        {cleanedFrom !== undefined && <p class="hint">{t.rich('attachments.cleanedFrom', { hash: <Id>{cleanedFrom}</Id> })}</p>}
      </td>
      {removable && (
        <td data-label={t('attachments.column.remove')}>
          {!file.isShared && (
            <form method="post" action={`${path}/remove`}>
              {page.person && <input type="hidden" name="_csrf" value={page.person.csrfToken} />}
              <button class="second" aria-label={t('attachments.remove', { name })}>
                {t('attachments.column.remove')}
              </button>
            </form>
          )}
        </td>
      )}
    </tr>
  );
}

export interface AttachmentsPageProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly files: readonly Attachment[];
  readonly mayAdd: boolean;
  readonly added: number;
  /** Each file that was not stored, with why and what would help. */
  readonly faults: readonly string[];
}

/** The files of one's own request, or for one's own response, and the form that adds more. It works without JavaScript. */
export function AttachmentsPage({ page, request, files, mayAdd, added, faults }: AttachmentsPageProps): VNode {
  const { t } = page;
  const path = `/tracing-requests/${request.id}`;
  const isDraft = request.status === 'draft';
  const forResponse = request.direction === 'incoming';
  const title = forResponse ? 'attachments.titleResponse' : 'attachments.title';
  return (
    <Layout page={page} title={t(title, { reference: request.reference })} hasErrors={faults.length > 0}>
      {faults.length > 0 && (
        <div class="errors" role="alert" tabIndex={-1} autofocus>
          <h2>{t('form.errors')}</h2>
          <ul>
            {faults.map((fault) => (
              <li>
                <a href="#f-files" dir="auto">
                  {fault}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {added > 0 && (
        <div class="done-note" role="status">
          <p>{t('attachments.added', { count: added })}</p>
        </div>
      )}
      <h1>{t.rich(title, { reference: <Id>{request.reference}</Id> })}</h1>
      <p>
        <a href={path}>{t('request.title', { reference: request.reference })}</a>
      </p>
      <p class="lede">{t(forResponse ? 'attachments.aboutResponse' : 'attachments.about')}</p>
      <Files page={page} requestId={request.id} files={files} removable={mayAdd && files.some(({ isShared }) => !isShared)} />
      {mayAdd && (
        <form method="post" action={`${path}/attachments`} encType="multipart/form-data">
          {/* First, so that the guard finds it before any file is read. */}
          {page.person && <input type="hidden" name="_csrf" value={page.person.csrfToken} />}
          <div class="field">
            <label>
              <input type="checkbox" name="cleaned" value="yes" /> {t('attachments.cleaned')}
            </label>
            <p class="hint">{t('attachments.aboutCleaned')}</p>
          </div>
          <div class={faults.length > 0 ? 'field wrong' : 'field'}>
            <label for="f-files">{t('attachments.choose')}</label>
            <p class="hint" id="f-files-hint">
              {t('attachments.hint')}
              {!forResponse && <> {t(isDraft ? 'attachments.aboutDraft' : 'attachments.aboutSent')}</>}
            </p>
            <input
              id="f-files"
              name="files"
              type="file"
              multiple
              accept="image/jpeg,image/png,image/webp,application/pdf"
              aria-describedby="f-files-hint"
            />
          </div>
          <div class="buttons">
            <button class="main">{t('attachments.add')}</button>
          </div>
        </form>
      )}
    </Layout>
  );
}
