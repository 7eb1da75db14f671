/**
 * For whom of its State a notice is meant. `assigned`: whoever works on the request; while nobody does, the office. `supervisor`: the
 * State's supervisors; without any, the office. `office`: everybody who works on requests. `administrator`: the State's administrators, who
 * read no other notice; without any, the office. Who that is, is looked up when it is read or
 * sent, not when it is written: a notice follows the task.
 */
export const AUDIENCES = ['assigned', 'office', 'supervisor', 'administrator'] as const;
export type Audience = (typeof AUDIENCES)[number];

export function isAudience(text: string): text is Audience {
  return (AUDIENCES as readonly string[]).includes(text);
}
