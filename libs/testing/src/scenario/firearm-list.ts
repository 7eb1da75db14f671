import { fieldsOf } from '../desk-client.js';

const RANGE = /^(?<letters>\D*)(?<first>\d+) to \k<letters>(?<last>\d+)$/;
/** More than a batch takes, so that a story can show that it is too many. */
const MOST = 1_000;

/**
 * The firearms of a batch. A story writes many that differ in their number alone as one: `serialNumbers: KR5001 to KR5018`; `{number}` in their
 * other texts is the digits of each. Whatever else stands there is the desk's to judge.
 */
export function firearmsOf(list: unknown): unknown {
  return Array.isArray(list) ? list.flatMap(expanded) : list;
}

function expanded(one: unknown): readonly unknown[] {
  const { serialNumbers, ...rest } = fieldsOf(one);
  const range = typeof serialNumbers === 'string' ? RANGE.exec(serialNumbers)?.groups : undefined;
  if (!range) return [one];
  const { letters = '', first = '', last = '' } = range;
  const count = Math.min(Number(last) - Number(first) + 1, MOST);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const number = String(Number(first) + index).padStart(first.length, '0');
    return { ...(numbered(rest, number) as object), serialNumber: { value: `${letters}${number}` } };
  });
}

function numbered(value: unknown, number: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{number}', number);
  if (Array.isArray(value)) return value.map((one) => numbered(one, number));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, numbered(one, number)]));
}
