/** The job of a wake-up: it asks what is due and decides nothing. */
export const CHECK_DEADLINE = 'check-deadline';
