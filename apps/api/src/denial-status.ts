/**
 * HTTP statuses of the rooms' denials, beside the platform's own. Whatever is not here is 422: what was asked is understood, and not
 * possible as things stand. Absent and forbidden are the same 404.
 */
export const API_DENIAL_STATUS: Readonly<Record<string, number>> = {
  ACTION_OF_OTHER_PARTY: 403,
  RELEASE_REQUIRED: 403,
  DISCLOSURE_NOT_PERMITTED: 403,
  ACTION_NOT_OPEN: 409,
  PROFILE_ACT_OF_OTHER_STATE: 403,
  PROFILE_ACT_NOT_OPEN: 409,
  PROFILE_PROPOSED_MEANWHILE: 409,
  PROFILE_VERSION_CONFLICT: 412,
  ATTACHMENTS_CLOSED: 409,
  ATTACHMENT_SENT: 409,
  ATTACHMENT_NOT_SCANNED: 409,
  ATTACHMENT_INFECTED: 409,
  CLOCK_NOT_MOVABLE: 404,
  DEMONSTRATION_ONLY: 404,
  CONTENT_TYPE_NOT_SUPPORTED: 415,
  SIGN_IN_FAILED: 401,
  SIGN_IN_THROTTLED: 429,
  SIGN_IN_BUSY: 503,
};
