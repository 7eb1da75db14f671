import { fileState, hasSmallCopy, mayBeShown, type PracticePicture } from '@tracedesk/attachments';
import type { MarkingPractice } from '@tracedesk/directory';
import type { VNode } from 'preact';
import { TextField, type FormView } from '../views/fields.js';
import { DeskForm } from '../views/form.js';
import { Layout } from '../views/layout.js';
import { Picture } from '../views/practice-picture.js';
import { UserText } from '../views/words.js';
import { kindName } from './practice-pages.js';

export interface PracticePicturesProps {
  readonly form: FormView;
  readonly practice: MarkingPractice;
  readonly pictures: readonly PracticePicture[];
  readonly added: number;
  /** Each file that was not stored, with why and what would help. */
  readonly notStored: readonly string[];
}

/** The pictures of one practice of the own State, and the form that adds more. It works without JavaScript. */
export function PracticePicturesPage({ form, practice, pictures, added, notStored }: PracticePicturesProps): VNode {
  const { page } = form;
  const { t } = page;
  const path = `/marking-practices/${practice.id}/pictures`;
  const title = t('practice.pictures.title', { kind: kindName(page, practice.kind) });
  return (
    <Layout page={page} title={title} hasErrors={notStored.length > 0}>
      {notStored.length > 0 && (
        <div class="errors" role="alert" tabIndex={-1} autofocus>
          <h2>{t('form.errors')}</h2>
          <ul>
            {notStored.map((text) => (
              <li>
                <a href="#f-files" dir="auto">
                  {text}
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
      <p>
        <a href={`/marking-practices?state=${practice.state}`}>{t('practice.title')}</a>
      </p>
      <h1>{title}</h1>
      <UserText>{practice.looksLike}</UserText>
      <p class="lede">{t('practice.pictures.about')}</p>
      {pictures.length === 0 && <p>{t('practice.pictures.none')}</p>}
      {pictures.map((picture, index) => (
        <section aria-label={t('practice.pictures.number', { number: index + 1 })}>
          {hasSmallCopy(picture) && mayBeShown(picture) && <Picture page={page} picture={picture} practice={practice} />}
          <p class="hint">
            {t(`attachments.state.${fileState(picture)}`)}{' '}
            {mayBeShown(picture) && (
              <a href={`${path}/${picture.id}/original`} download>
                {t('practice.pictures.original')}
              </a>
            )}
          </p>
          <DeskForm page={page} action={`${path}/${picture.id}/remove`}>
            <div class="buttons">
              <button class="second">
                {t('practice.pictures.remove')}
                <span class="unseen"> {t('practice.pictures.number', { number: index + 1 })}</span>
              </button>
            </div>
          </DeskForm>
        </section>
      ))}
      <form method="post" action={path} encType="multipart/form-data">
        {/* First, so that the guard finds it before any file is read. */}
        {page.person && <input type="hidden" name="_csrf" value={page.person.csrfToken} />}
        <TextField
          form={form}
          name="caption"
          label={t('practice.pictures.caption')}
          hint={t('practice.pictures.captionHint')}
          optional
        />
        <div class={notStored.length > 0 ? 'field wrong' : 'field'}>
          <label for="f-files">{t('practice.pictures.choose')}</label>
          <p class="hint" id="f-files-hint">
            {t('practice.pictures.hint')}
          </p>
          <input
            id="f-files"
            name="files"
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp"
            aria-describedby="f-files-hint"
          />
        </div>
        <div class="buttons">
          <button class="main">{t('practice.pictures.add')}</button>
        </div>
      </form>
    </Layout>
  );
}
