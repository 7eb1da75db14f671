// The guard's words for routes.
export { CurrentActor, CurrentSession, OptionalSession, Permission, Public, sessionOf } from './decorators.decorator.js';
export {
  mayAct,
  mergePermissions,
  permissionsToMarkdown,
  type PermissionName,
  type PermissionTable,
} from './permission-table.js';
export { PERMISSIONS } from './session.guard.js';
export { RouteCheck, RouteError } from './route-check.service.js';

// Signing in and out.
export { SignIn, type SignInCommand } from './use-cases/sign-in.service.js';
export { SignOut } from './use-cases/sign-out.service.js';
export { DemonstrationSignIn, type OneClickCommand } from './use-cases/demonstration-sign-in.service.js';
export { SessionCookies } from './session-cookies.service.js';
export { SignInForm } from './sign-in-form.service.js';
export { looksLikeToken, TOKEN_BYTES, tokenHash } from './session-token.js';
export { Sessions } from './sessions.repository.js';
export { OneClickDto, SignInDto } from './dto/sign-in.dto.js';
export { SessionView, SignedInPersonView, SignedInView } from './dto/session.dto.js';
export type { DeskSession, SignedIn, SignedInPerson } from './session.js';

// People of a State, and those of a demonstration.
export { AuthorityMembers } from './authority-members.repository.js';
export { Colleagues } from './colleagues.repository.js';
export { CreatePerson, type CreatePersonCommand } from './use-cases/create-person.service.js';
export { DisablePerson } from './use-cases/disable-person.service.js';
export { SetAuthorities } from './use-cases/set-authorities.service.js';
export { ResetPassword, type ResetPasswordCommand } from './use-cases/reset-password.service.js';
export { DemonstrationPeople } from './demonstration/demonstration-people.service.js';
export {
  readDemonstrationFile,
  type DemonstrationFacts,
  type DemonstrationPerson,
} from './demonstration/demonstration-file.adapter.js';
export { newPassword } from './new-password.adapter.js';

// The room.
export { IdentityModule } from './identity.module.js';
export { IDENTITY_EVENTS } from './identity.events.js';
export { IDENTITY_MIGRATIONS } from './migrations/index.js';
export { IDENTITY_PERMISSIONS } from './permissions.js';
