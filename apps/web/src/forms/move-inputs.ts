import { unflatten, type FlatForm } from '@tracedesk/platform';

type Tree = Record<string, unknown>;

/** A response as its DTO wants it: rows left empty are no items, and no box ticked says "no restriction". */
export function respondInput(body: FlatForm): Tree {
  const input = unflatten(body);
  const items = input['items'];
  if (!Array.isArray(items)) return input;
  return { ...input, items: (items as Tree[]).map((item) => ({ restrictions: [], ...item })) };
}

/** A closing as its DTO wants it: only the fields of the follow-up that was chosen. */
export function closeInput(body: FlatForm): Tree {
  const { followUp, ...input } = unflatten(body);
  const { kind, requestId, because } = (followUp ?? {}) as Tree;
  if (kind === undefined) return input;
  return { ...input, followUp: kind === 'linked' ? { kind, requestId } : { kind, because } };
}
