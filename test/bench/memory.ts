import { readdirSync, readFileSync } from 'node:fs';

export interface Share {
  readonly name: string;
  readonly processes: number;
  readonly megabytes: number;
}

/** What a process and all it started hold, by program: proportional set sizes, so that shared pages count once. Linux only. */
export function memoryOf(root: number): Share[] {
  const shares = new Map<string, { processes: number; kilobytes: number }>();
  for (const pid of family(root)) {
    const share = shares.get(nameOf(pid)) ?? { processes: 0, kilobytes: 0 };
    share.processes += 1;
    share.kilobytes += pssOf(pid);
    shares.set(nameOf(pid), share);
  }
  return [...shares].map(([name, { processes, kilobytes }]) => ({ name, processes, megabytes: kilobytes / 1024 }));
}

/** The process and its descendants, whoever they run as. */
export function family(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) parents.set(Number(name), parent);
  }
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

function parentOf(pid: number): number | null {
  const stat = read(pid, 'stat');
  // The program's name, in brackets, may hold spaces and brackets.
  return stat === null ? null : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function nameOf(pid: number): string {
  return (read(pid, 'comm') ?? 'gone').trim();
}

function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(pid, 'smaps_rollup') ?? '')?.[1] ?? 0);
}

function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
