import { Line } from '@tracedesk/platform';
import type { SearchQuery } from '../search-keys.js';
import { given } from './given.js';
import { LINE } from './limits.js';

/** What to look for among the State's own requests; all that is given has to match. */
export class SearchDto {
  @Line(LINE, { optional: true, example: 'A1?4552', description: 'As read; `?` for each character that cannot be read.' })
  readonly serialNumber?: string;

  @Line(LINE, { optional: true, example: 'VAW' })
  readonly make?: string;

  @Line(LINE, { optional: true, example: 'P9' })
  readonly model?: string;

  @Line(LINE, { optional: true, example: '9 mm Para', description: 'Any name of it: 9 mm Para finds 9x19.' })
  readonly calibre?: string;

  @Line(LINE, { optional: true })
  readonly exhibitNumber?: string;

  toCommand(): SearchQuery {
    const { serialNumber, make, model, calibre, exhibitNumber } = this;
    return given({ serialNumber, make, model, calibre, exhibitNumber });
  }
}
