/** The body of `desk_now()`, the one source of business time, as the migrations write it. */
export const ORIGINAL_DESK_NOW = 'select clock_timestamp()';

/** Its body in a demonstration or test database: the same, moved by a shift that only grows. */
export const SHIFTED_DESK_NOW = 'select clock_timestamp() + (select shift from desk.desk_clock)';

/**
 * Replaces the clock of a new demonstration or test database; for its owner, once. A server database has neither the table nor the
 * function to move it, and a server refuses a database that has.
 */
export const SHIFTED_CLOCK = [
  'create table desk_clock (singleton boolean primary key default true check (singleton), shift interval not null)',
  `insert into desk_clock (shift) values ('0')`,
  'grant select on desk_clock to desk_app, desk_administration, desk_sweeper, desk_sequencer, desk_relay, desk_door',
  `create or replace function desk_now() returns timestamptz language sql volatile parallel safe as '${SHIFTED_DESK_NOW}'`,
  `create function advance_desk_clock(step interval) returns timestamptz language plpgsql security definer set search_path = desk, pg_temp as $$
    begin
      if step <= interval '0' then
        raise exception 'The clock of a demonstration only moves forward.' using errcode = 'invalid_parameter_value';
      end if;
      update desk_clock set shift = shift + step;
      return desk_now();
    end
  $$`,
  'grant execute on function advance_desk_clock(interval) to desk_app',
] as const;
