import { Line } from '@tracedesk/platform';

const CAPTION = 200;

/** What comes with pictures of a mark. */
export class PicturesDto {
  @Line(CAPTION, { optional: true, description: 'What they show.' })
  readonly caption?: string;
}
