/** Where the JSON interface begins. A change that breaks clients begins another one beside it. */
export const API = 'api/v1';

export const TRACING_REQUESTS = `${API}/tracing-requests`;
export const CONSENTS = `${API}/consents`;
export const REQUEST_BATCHES = `${API}/request-batches`;
export const CASES = `${API}/cases`;
