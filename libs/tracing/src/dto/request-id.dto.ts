import { idOf, type RequestId } from '@tracedesk/kernel';
import { Line, Uuid } from '@tracedesk/platform';

/** The id in a request's address. */
export class RequestIdParam {
  @Uuid()
  readonly id!: string;

  get requestId(): RequestId {
    return idOf<RequestId>(this.id);
  }
}

const CLOCK_NAME = 40;

/** A clock of a request in an address. Whether the request has it is for the reader behind. */
export class RequestClockParam extends RequestIdParam {
  @Line(CLOCK_NAME, { example: 'response' })
  readonly clock!: string;
}
