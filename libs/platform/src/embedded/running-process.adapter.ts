import { readFileSync, statSync } from 'node:fs';

/** Whether there is such a process, ours or another's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const STARTTIME_FIELD = 19;

/**
 * When the process began, as the kernel counts since it booted, and which boot that was; empty where the system does not tell.
 * Process numbers come again, above all in containers: the same number born at another time is somebody else.
 */
export function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[STARTTIME_FIELD] ?? ''}`;
  } catch {
    return '';
  }
}

/** The program that the process runs, as the kernel names it; null where the system does not tell. */
export function programOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return null;
  }
}

/** Whether two names lead to one folder: by another path, over a link or a mount it is the same, and a copy is another. */
export function isSameFolder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((folder) => statSync(folder, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/**
 * Whether the process works in that folder; null where the system does not tell (no /proc, or another user's process).
 * PostgreSQL and Redis both make the folder of their data their working folder, and no file that was copied can say so for them.
 */
export function worksIn(pid: number, folder: string): boolean | null {
  const link = `/proc/${pid}/cwd`;
  try {
    statSync(link);
  } catch {
    return null;
  }
  return isSameFolder(link, folder);
}
