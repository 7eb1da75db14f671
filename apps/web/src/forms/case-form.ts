import { unflatten, type FlatForm } from '@tracedesk/platform';

/** What the form of a new case says, in the shape of its DTO: the one request it may begin with is a list there. */
export function openCaseInput(body: FlatForm): Record<string, unknown> {
  const { requestIds, ...input } = unflatten(body);
  return { ...input, ...(typeof requestIds === 'string' && { requestIds: [requestIds] }) };
}
