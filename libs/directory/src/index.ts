// States and their national points of contact.
export { Directory } from './directory.service.js';
export { DirectoryModule } from './directory.module.js';
export { isValidOn, type ContactPoint, type PartyState, type State } from './state.js';
export { stateSubject } from './state-subject.js';
export { isTimeZone } from './time-zone.js';

// What is done to them.
export { AddContactPoint, type AddContactPointCommand } from './use-cases/add-contact-point.service.js';
export { CreateState, type CreateStateCommand } from './use-cases/create-state.service.js';
export { EndContactPoint, type EndContactPointCommand } from './use-cases/end-contact-point.service.js';
export { KnownState } from './dto/known-state.decorator.js';
export { ContactPointsQuery, ContactPointView } from './dto/contact-point.dto.js';

// Tables of the room.
export { DIRECTORY_EVENTS } from './directory.events.js';
export { DIRECTORY_MIGRATIONS } from './migrations/index.js';
export { DIRECTORY_PERMISSIONS } from './permissions.js';
