import { isKnownState as isNamedState } from '@tracedesk/language/core';

// The pure files of the directory.
export { isValidOn, type ContactPoint, type PartyState, type State } from './state.js';
export { CONTACT_COLUMNS } from './contact-point-columns.js';
export { CONTACT_LANGUAGES } from './contact-languages.js';
export { IMPORT_ACTS } from './plan-import.js';
export { CONTACT_SCOPES, type ContactScope } from './contact-scope.js';
export { chooseContactPoint, type ContactChoice, type ContactWarning } from './contact-choice.js';
export { PROTOCOL_STANDINGS, protocolStatusOf, type ProtocolStanding, type ProtocolStatus } from './firearms-protocol.js';
export { SUCCESSOR_STATES, successorsOf } from './successor-states.js';
export { PRACTICE_KINDS, type MarkingPractice, type PracticeDetails, type PracticeKind } from './marking-practice.js';
export { authorityKey, AUTHORITY_NAME_MAX, isAuthorityName } from './authority-name.js';
export { stateSubject } from './state-subject.js';

/** Whether there is, or was, a State of this code. Whether the hub serves it is `Directory.state`. */
export function isKnownState(code: string): boolean {
  return isNamedState(code);
}
