import { idOf, type RequestId } from '@tracedesk/kernel';
import { Uuid } from '@tracedesk/platform';

/** The id in a request's address. */
export class RequestIdParam {
  @Uuid()
  readonly id!: string;

  get requestId(): RequestId {
    return idOf<RequestId>(this.id);
  }
}
