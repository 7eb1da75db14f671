import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '@tracedesk/kernel';
import type { DeskSession, SignedIn } from '../session.js';

/** A person as the API shows them to themselves. */
export class SignedInPersonView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'QM' }) readonly state!: string;
  @ApiProperty({ enum: ROLES }) readonly role!: Role;
  @ApiProperty() readonly displayName!: string;
  @ApiProperty({ example: 'fr' }) readonly language!: string;
}

/** A session as the API shows it to its person. */
export class SessionView {
  @ApiProperty({ format: 'date-time' }) readonly expiresAt!: string;
  @ApiProperty({ description: 'For the header X-CSRF-Token of writes that carry the cookie.' }) readonly csrfToken!: string;
  @ApiProperty() readonly person!: SignedInPersonView;

  static of({ officer, displayName, language, csrfToken, expiresAt }: DeskSession): SessionView {
    const person = { id: officer.personId, state: officer.state, role: officer.role, displayName, language };
    return { expiresAt: expiresAt.toISOString(), csrfToken, person };
  }
}

/** The answer to a sign-in: the token is shown this once. */
export class SignedInView extends SessionView {
  @ApiProperty({ description: 'For `Authorization: Bearer`. Browsers get it as a cookie too.' }) readonly token!: string;

  static ofSignedIn({ token, session, person }: SignedIn): SignedInView {
    return { token, expiresAt: session.expiresAt.toISOString(), csrfToken: session.csrfToken, person };
  }
}
