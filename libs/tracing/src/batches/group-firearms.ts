import { modelNameOf, mostRecentImport, type FirearmDescription } from '@tracedesk/firearms/core';
import type { StateCode } from '@tracedesk/kernel';

/** What firearms of one group have in common: whom they lead to is asked in one go. `null` is what was not read, and is no name of its own. */
export interface GroupKey {
  readonly make: string | null;
  readonly model: string | null;
  readonly importState: StateCode | null;
  readonly importYear: number | null;
}

export interface FirearmGroup<T> {
  readonly key: GroupKey;
  /** In the order in which they were given. */
  readonly members: readonly T[];
}

/** Make and model as they are compared, and the most recent import mark (ITI 8(b)). */
export function groupKeyOf(firearm: FirearmDescription): GroupKey {
  const mark = mostRecentImport(firearm.importMarks);
  return { ...modelNameOf(firearm), importState: mark?.state ?? null, importYear: mark?.year ?? null };
}

/**
 * The firearms of a batch by model and import mark. Every one is in exactly one group, two are together only if all four parts of their keys are
 * the same, and the groups stand in an order of their own, whatever the order of the table: by make, model, State and year, what is unknown last.
 */
export function groupFirearms<T>(
  firearms: readonly T[],
  descriptionOf: (one: T) => FirearmDescription,
): readonly FirearmGroup<T>[] {
  const groups = new Map<string, { readonly key: GroupKey; readonly members: T[] }>();
  for (const one of firearms) {
    const key = groupKeyOf(descriptionOf(one));
    const name = JSON.stringify(partsOf(key));
    const group = groups.get(name) ?? { key, members: [] };
    groups.set(name, group);
    group.members.push(one);
  }
  return [...groups.values()].sort((one, other) => compare(one.key, other.key));
}

function partsOf({ make, model, importState, importYear }: GroupKey): readonly (string | number | null)[] {
  return [make, model, importState, importYear];
}

function compare(one: GroupKey, other: GroupKey): number {
  const [parts, others] = [partsOf(one), partsOf(other)];
  const place = parts.findIndex((part, index) => part !== others[index]);
  const [part, against] = [parts[place] ?? null, others[place] ?? null];
  if (part === against) return 0;
  if (part === null) return 1;
  if (against === null) return -1;
  return part < against ? -1 : 1;
}
