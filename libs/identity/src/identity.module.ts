import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Acquaintance } from '@tracedesk/platform';
import { AskingSession } from './asking-session.service.js';
import { AuthorityMembers } from './authority-members.repository.js';
import { Colleagues } from './colleagues.repository.js';
import { DemonstrationPeople } from './demonstration/demonstration-people.service.js';
import { PasswordHasher } from './password-hasher.service.js';
import { People } from './people.repository.js';
import type { PermissionTable } from './permission-table.js';
import { RouteCheck } from './route-check.service.js';
import { SessionCookies } from './session-cookies.service.js';
import { PERMISSIONS, SessionGuard } from './session.guard.js';
import { Sessions } from './sessions.repository.js';
import { SignInForm } from './sign-in-form.service.js';
import { SignInThrottle } from './sign-in-throttle.repository.js';
import { BeginSession } from './use-cases/begin-session.service.js';
import { CreatePerson } from './use-cases/create-person.service.js';
import { DemonstrationSignIn } from './use-cases/demonstration-sign-in.service.js';
import { DisablePerson } from './use-cases/disable-person.service.js';
import { ResetPassword } from './use-cases/reset-password.service.js';
import { SetAuthorities } from './use-cases/set-authorities.service.js';
import { SignIn } from './use-cases/sign-in.service.js';
import { SignOut } from './use-cases/sign-out.service.js';

const INNER = [People, Sessions, SignInThrottle, PasswordHasher, BeginSession];
const FOR_ROUTES = [SessionCookies, AskingSession, SignInForm, SignIn, SignOut, DemonstrationSignIn];
const FOR_ROOMS = [Colleagues, AuthorityMembers];
const FOR_ADMINISTRATION = [CreatePerson, ResetPassword, DisablePerson, SetAuthorities, DemonstrationPeople];

/** Binds identity. A process with routes takes all of it; one without takes what administers people. */
@Module({})
export class IdentityModule {
  /** With the guard over every route, by the merged permissions of all rooms. */
  static forPermissions(permissions: PermissionTable): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        ...INNER,
        ...FOR_ROUTES,
        ...FOR_ADMINISTRATION,
        ...FOR_ROOMS,
        { provide: PERMISSIONS, useValue: permissions },
        { provide: Acquaintance, useExisting: AskingSession },
        { provide: APP_GUARD, useClass: SessionGuard },
        RouteCheck,
      ],
      exports: [...FOR_ROUTES, ...FOR_ADMINISTRATION, ...FOR_ROOMS, Sessions, PERMISSIONS],
    };
  }

  /** Without routes: for the administrator's command and for specs. */
  static forAdministration(): DynamicModule {
    const outer = [...FOR_ADMINISTRATION, ...FOR_ROOMS];
    return { module: IdentityModule, global: true, providers: [...INNER, ...outer], exports: outer };
  }
}
