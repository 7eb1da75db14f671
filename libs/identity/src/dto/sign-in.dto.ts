import { Sealed, stateCode } from '@tracedesk/kernel';
import { Line, StateCodeField } from '@tracedesk/platform';
import { MAX_PASSWORD_LENGTH } from '../password-rules.js';
import type { SignInCommand } from '../use-cases/sign-in.service.js';

/** Who wants to come in. */
export class SignInDto {
  @StateCodeField()
  readonly state!: string;

  @Line(80)
  readonly name!: string;

  @Line(MAX_PASSWORD_LENGTH)
  readonly password!: string;

  toCommand(from: string, deviceMark: string | null): SignInCommand {
    // What is copied brings a blank along; no password that the desk makes has one at either end.
    return { state: stateCode(this.state), name: this.name, password: Sealed.of(this.password.trim()), from, deviceMark };
  }
}

/** Who wants to come in by one click, in a demonstration. */
export class OneClickDto {
  @StateCodeField()
  readonly state!: string;

  @Line(80)
  readonly name!: string;
}
