import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { DeadlinesModule } from '@tracedesk/deadlines';
import { ConsentClock } from './consent-clock.service.js';
import { Consents } from './consents.repository.js';
import { SharedInformation } from './shared-information.service.js';
import { ActOnConsent } from './use-cases/act-on-consent.service.js';
import { AskForConsent } from './use-cases/ask-for-consent.service.js';
import { ReadConsents } from './use-cases/read-consents.service.js';

const USE_CASES = [AskForConsent, ActOnConsent, ReadConsents];

/** Leave to use what was given. The room that owns the information is above this one, so it hands its answer in when it imports the module. */
@Module({})
export class ConsentsModule {
  static about(information: Type<SharedInformation>, disclosures: DynamicModule, standingOn: readonly Provider[]): DynamicModule {
    return {
      module: ConsentsModule,
      imports: [DeadlinesModule, disclosures],
      providers: [{ provide: SharedInformation, useClass: information }, ...standingOn, Consents, ConsentClock, ...USE_CASES],
      exports: [Consents, SharedInformation, ...USE_CASES],
    };
  }
}
