import { unflatten, type FlatForm } from '@tracedesk/platform';

type Tree = Record<string, unknown>;

/** A response as its DTO wants it: rows left empty are no items, no box ticked says "no restriction", authorities stand one a line. */
export function respondInput(body: FlatForm): Tree {
  const input = unflatten(body);
  const items = input['items'];
  if (!Array.isArray(items)) return input;
  return { ...input, items: (items as Tree[]).map((item) => ({ restrictions: [], ...item, ...linesOf(item['authorities']) })) };
}

function linesOf(text: unknown): { readonly authorities?: readonly string[] } {
  if (typeof text !== 'string') return {};
  return {
    authorities: text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}

/** An answer as its DTO wants it: the words, or that there are none to give, as the choice says. */
export function supplyInput(body: FlatForm): Tree {
  const { notAvailable, answer } = unflatten(body);
  return notAvailable === 'yes' ? { notAvailable } : answer === undefined ? {} : { answer };
}

/** A closing as its DTO wants it: only the fields of the follow-up that was chosen. */
export function closeInput(body: FlatForm): Tree {
  const { followUp, ...input } = unflatten(body);
  const { kind, requestId, because } = (followUp ?? {}) as Tree;
  if (kind === undefined) return input;
  return { ...input, followUp: kind === 'linked' ? { kind, requestId } : { kind, because } };
}
