/** Which requests a contact point gets: those on one legal basis, or all. The words are those of a request's legal basis. */
export const CONTACT_SCOPES = ['all', 'ITI', 'FIREARMS_PROTOCOL_12', 'ECOWAS_19', 'EU_2023_977', 'BILATERAL', 'OTHER'] as const;
export type ContactScope = (typeof CONTACT_SCOPES)[number];
