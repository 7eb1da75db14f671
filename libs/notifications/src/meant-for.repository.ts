import type { Tx } from '@tracedesk/platform';

/** Whether a person of role $3 may see the row of `notices` at all: administrators see what is for administrators, and nobody else does while there is one. */
export const OPEN_TO_READER = `(
  case when audience = 'administrator'
    then $3::text = 'administrator' or not exists (
      select 1 from people where people.state = notices.state and people.role = 'administrator' and people.active)
    else $3::text is distinct from 'administrator'
  end
)`;

/**
 * Whether a row of `notices` is meant for the person $2 of role $3, as `audience.ts` says it. Each sub-query is of the notice's own State.
 */
export const MEANT_FOR_READER = `(${OPEN_TO_READER} and (
  audience in ('office', 'administrator')
  or (audience = 'supervisor' and ($3 = 'supervisor' or not exists (
    select 1 from people where people.state = notices.state and people.role = 'supervisor' and people.active)))
  or (audience = 'assigned' and (
    exists (select 1 from request_assignments task
             where task.state = notices.state and task.request_id = notices.request_id and task.person_id = $2)
    or not exists (select 1 from request_assignments task join people on people.id = task.person_id and people.active
                    where task.state = notices.state and task.request_id = notices.request_id)))
))`;

/** The first three values of a statement that uses it: State, person, role. */
export function readerOf({ state, actor }: Tx): readonly [string, string | null, string | null] {
  return actor.kind === 'person' ? [state, actor.personId, actor.role] : [state, null, null];
}
