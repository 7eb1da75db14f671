// States and their national points of contact.
export { Authorities, type Authority } from './authorities.repository.js';
export { Directory } from './directory.service.js';
export { DirectoryModule } from './directory.module.js';
export {
  isValidOn,
  type ContactPoint,
  type ContactPointDetails,
  type ContactPointVersion,
  type PartyState,
  type State,
} from './state.js';
export { CONTACT_SCOPES, type ContactScope } from './contact-scope.js';
export { CONTACT_WARNINGS, chooseContactPoint, type ContactChoice, type ContactWarning } from './contact-choice.js';
export { CONFIRMATION_DAYS, confirmationDueAt, isUnconfirmed } from './freshness.js';
export { CONTACT_LANGUAGES } from './contact-languages.js';
export {
  PRACTICE_KINDS,
  type MarkingPractice,
  type PracticeDetails,
  type PracticeKind,
  type PracticeSearch,
} from './marking-practice.js';
export { PROTOCOL_STANDINGS, type ProtocolStanding, type ProtocolStatus } from './firearms-protocol.js';
export { SUCCESSOR_STATES, successorsOf } from './successor-states.js';
export { worksAt } from './working-hours.js';
export { stateSubject } from './state-subject.js';

// What is done to them.
export { ContactPointReview } from './contact-point-review.processor.js';
export { AddContactPoint, type AddContactPointCommand } from './use-cases/add-contact-point.service.js';
export { AmendContactPoint, type ContactPointChanges, type ContactPointSeen } from './use-cases/amend-contact-point.service.js';
export { ConfirmContactPoint } from './use-cases/confirm-contact-point.service.js';
export { ReadContactPoints, type ContactPointsOfState } from './use-cases/read-contact-points.service.js';
// For attachments: a picture belongs to a practice.
export { MarkingPractices } from './marking-practices.repository.js';
export { ReadMarkingPractices } from './use-cases/read-marking-practices.service.js';
export { SaveMarkingPractice, type PracticeSeen } from './use-cases/save-marking-practice.service.js';
export { CreateState, type CreateStateCommand } from './use-cases/create-state.service.js';
export { RecordFirearmsProtocol, type RecordFirearmsProtocolCommand } from './use-cases/record-firearms-protocol.service.js';
export { ImportContactPoints, type ContactImport, type ImportSeen } from './use-cases/import-contact-points.service.js';
export { IMPORT_BYTES_MAX, MOST_ROWS, type TableFault } from './contact-table.js';
export type { PlannedRow } from './plan-import.js';
export { ContactImportView } from './dto/contact-import.dto.js';
export { EndContactPoint, type EndContactPointCommand } from './use-cases/end-contact-point.service.js';
export {
  MarkingPracticeDto,
  MarkingPracticeIdParam,
  MarkingPracticesQuery,
  MarkingPracticeView,
  SearchMarkingPracticesDto,
} from './dto/marking-practice.dto.js';
export { KnownState, KnownStateOrUnknown } from './dto/known-state.decorator.js';
export {
  ContactPointIdParam,
  ContactPointsExportQuery,
  ContactPointsQuery,
  ContactPointView,
  ContactPointVersionView,
} from './dto/contact-point.dto.js';
export { AddContactPointDto, AmendContactPointDto, EndContactPointDto } from './dto/contact-point-words.dto.js';

// Tables of the room.
export { DIRECTORY_EVENTS } from './directory.events.js';
export { DIRECTORY_MIGRATIONS } from './migrations/index.js';
export { DIRECTORY_PERMISSIONS } from './permissions.js';
