/** What each role of the desk may do with one table, in PostgreSQL's words; columns in brackets where it may not reach the others. */
export type TableGrants = Readonly<Partial<Record<string, string>>>;

/**
 * Every table of the schema with all that anybody but its owner may do with it. A table that does not stand here, or a right that does not, is one
 * too many: whoever makes one writes it down here, and says in the migration why it is needed.
 */
export const WANTED_GRANTS: Readonly<Record<string, TableGrants>> = {
  address_proofs: {
    app: 'delete, insert, select (person_id, state, id, address, code_hash, asked, first_asked_at, asked_at), update (id, address, code, code_hash, attempts, next_attempt_at, asked, first_asked_at, asked_at)',
    relay:
      'select (person_id, state, id, address, code, attempts, next_attempt_at, asked_at), update (code, attempts, next_attempt_at)',
  },
  addressed_offices: {
    app: 'insert, select',
  },
  attachment_chunks: {
    app: 'delete, insert, select, update (second_state)',
    relay: 'insert, select',
  },
  attachment_tasks: {
    app: 'delete, insert, select (attachment_id, first_state)',
    relay: 'delete, select, update (attempts, taken_until)',
  },
  attachments: {
    app: 'delete, insert, select, update (second_state)',
    relay: 'select, update (scan, preview, preview_chunks)',
  },
  audit_entries: {
    administration:
      'insert (id, state, counterpart_state, object_kind, object_id, format, part_names, commitments), select (id, state, appended_in)',
    app: 'insert (id, state, counterpart_state, object_kind, object_id, format, part_names, commitments), select',
    sequencer: 'select (id, format, commitments, number), update (number)',
    sweeper: 'insert (id, state, counterpart_state, object_kind, object_id, format, part_names, commitments)',
  },
  audit_parts: {
    administration: 'insert',
    app: 'insert, select',
    eraser: 'delete, select, update',
    sweeper: 'insert',
  },
  authorities: {
    administration: 'insert, select',
    app: 'insert, select',
  },
  authority_members: {
    administration: 'delete, insert, select',
    app: 'select',
  },
  bilateral_profiles: {
    app: 'insert (profile, version, proposing_state, other_state, terms, proposed_at), select, update (standing, answered_at, ended_at)',
  },
  calendar_feeds: {
    app: 'delete, insert, select, update (token_hash, made_at)',
    door: 'select',
  },
  calendars: {
    app: 'insert, select',
    sweeper: 'select (state, version, time_zone, covered_until)',
  },
  consents: {
    app: 'insert, select, update (granted, status, decided_at, ends_on, ends_at, withdrawn_at, uses, last_used_at, version)',
  },
  contact_point_versions: {
    administration: 'insert, select',
    app: 'insert, select',
  },
  contact_points: {
    administration: 'insert, select',
    app: 'insert, select, update (office, email, telephone, languages, valid_until, updated_at, version, confirmed_at, channels, working_days, opens_at, closes_at, deputies, scope, update_asked_at)',
    relay: 'select (id, state, email, languages, valid_from, valid_until)',
    sweeper: 'select (id, state, valid_from, valid_until, version, confirmed_at, update_asked_at), update (update_asked_at)',
  },
  deadline_reminders: {
    app: 'delete, insert (request_id, reference, requesting_state, requested_state, clock, acting_state, counted_from, share, tells, remind_at), select, update (remind_at)',
    sweeper: 'select, update (sent_at)',
  },
  deadlines: {
    app: 'insert (request_id, reference, requesting_state, requested_state, consent_id, clock, acting_state, time_zone, state, profile, profile_version, intervals, first_due_at, due_at, settled_at, missed_at, version, pause_capped), select, update (time_zone, state, profile, profile_version, intervals, first_due_at, due_at, settled_at, missed_at, version, pause_capped)',
    sweeper: 'select, update (missed_at, version)',
  },
  deliveries: {
    app: 'select, update (status, attempts, next_attempt_at, last_error, sent_at, round, round_began_at, digest)',
    relay: 'insert, select, update (status, attempts, next_attempt_at, last_error, sent_at)',
  },
  denied_reads: {
    administration: 'insert, select, update (count)',
    app: 'insert, select, update (count)',
  },
  desk_clock: {
    administration: 'select',
    app: 'select',
    door: 'select',
    relay: 'select',
    sequencer: 'select',
    sweeper: 'select',
  },
  disclosures: {
    app: 'insert, select',
  },
  follow_up_facts: {
    app: 'delete, insert, select',
  },
  idempotency_keys: {
    app: 'insert, select, update (action, request_hash, status, result_id, created_at)',
    sweeper: 'delete, select (state, person_id, key, created_at)',
  },
  installation: {
    administration: 'select',
    app: 'select',
    relay: 'select',
    sequencer: 'select',
    sweeper: 'select',
  },
  mail_preferences: {
    app: 'insert, select, update (by_mail, digest_hour, quiet_from, quiet_until, urgent_through, address, confirmed_at)',
    relay: 'select',
  },
  marking_practices: {
    administration: 'insert, select',
    app: 'insert, select, update (kind, looks_like, example, place, since_year, until_year, source, version, updated_at)',
  },
  migration_versions: {
    administration: 'select',
    app: 'select',
    relay: 'select',
    sweeper: 'select',
  },
  migrations: {
    administration: 'select',
    app: 'select',
    relay: 'select',
    sweeper: 'select',
  },
  missed_deadlines: {
    app: 'insert (request_id, reference, requesting_state, requested_state, clock, acting_state, profile, due_at, consent_id), select',
    sweeper:
      'insert (request_id, reference, requesting_state, requested_state, clock, acting_state, profile, due_at, consent_id), select, update (entered_at)',
  },
  notices: {
    app: 'select, update (read_at, read_by)',
    relay: 'insert, select (id, state, request_id, reference, profile)',
  },
  outbox: {
    app: 'insert (state, queue, job, job_id, payload, due_at)',
    relay: 'delete, select, update (carried_after)',
    sweeper: 'insert (state, queue, job, job_id, payload, due_at)',
  },
  people: {
    administration: 'insert, select, update (password_hash, active)',
    app: 'select, update (password_hash)',
    door: 'select',
    relay: 'select (id, state, role, active, language)',
  },
  protected_parts: {
    app: 'delete, insert, select, update (second_state, nonce, ciphertext, updated_at)',
  },
  record_keys: {
    app: 'delete, insert, select',
  },
  request_assignments: {
    app: 'delete, insert, select',
    relay: 'select (state, request_id, person_id)',
  },
  request_batch_rows: {
    app: 'insert, select',
  },
  request_batches: {
    app: 'insert, select',
  },
  responses: {
    app: 'insert, select',
  },
  search_counts: {
    app: 'insert, select, update',
  },
  search_tokens: {
    app: 'delete, insert, select',
  },
  search_tokens_to_remake: {
    app: 'delete, select, update (after_id, remade)',
  },
  sessions: {
    administration: 'select (state, person_id, revoked_at), update (revoked_at)',
    app: 'delete, insert, select, update (revoked_at)',
    door: 'select, update (last_seen_at)',
  },
  states: {
    administration: 'insert, select, update (protocol_standing, protocol_source, protocol_as_of, protocol_deposited_on)',
    app: 'select',
    relay: 'select (code, time_zone)',
    sweeper: 'select',
  },
  throttle_counters: {
    app: 'delete, insert, select, update (attempts)',
  },
  tracing_request_drafts: {
    app: 'delete, insert, select, update (requested_state, priority, legal_basis, own_reference, version, traceability_check_version, updated_at, directly_accessible)',
  },
  tracing_requests: {
    app: 'insert, select, update (status, version, requested_reference, expected_response_on, delayed_until, responses, clarification_rounds, outcome, follow_up, follow_up_request_id, next_due_at, responded_at, closed_at, closed_on_silence, updated_at, asked_element, information_rounds, believed_state, not_available, obstacle)',
    relay: 'select (id, priority)',
  },
  weapon_case_requests: {
    app: 'delete, insert, select, update (case_id, place)',
  },
  weapon_cases: {
    app: 'insert, select, update (conclusion, basis, concluded_at, version, merged_into)',
  },
  write_probe: {
    app: 'select, update (probed_at)',
    relay: 'select, update (probed_at)',
    sequencer: 'select, update (probed_at)',
    sweeper: 'select, update (probed_at)',
  },
};

/** Who executes each function of the schema; those of triggers nobody but the database calls. */
export const WANTED_EXECUTORS: Readonly<Record<string, string>> = {
  audit_is_written_once: '',
  audit_parts_join_their_entry: '',
  calendar_feed_by_token: 'app',
  desk_now: 'administration app door relay sequencer sweeper',
  person_by_name: 'app',
  session_by_token: 'app',
  advance_desk_clock: 'app',
};
