import type { PracticePicture } from '@tracedesk/attachments';
import type { MarkingPractice } from '@tracedesk/directory';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';

/** The small copy of a picture of a mark, with what it shows; the practice's own words where nothing else is said. */
export function Picture(props: {
  readonly page: PageContext;
  readonly picture: PracticePicture;
  readonly practice: MarkingPractice;
}): VNode {
  const { page, picture, practice } = props;
  const { caption } = picture;
  const path = `/marking-practices/${practice.id}/pictures/${picture.id}`;
  return (
    <figure>
      <a href={path}>
        <img src={path} alt={page.t('practice.picture', { what: caption ?? practice.looksLike })} loading="lazy" width="240" />
      </a>
      {caption && <figcaption dir="auto">{caption}</figcaption>}
    </figure>
  );
}
