import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { DisclosureSubjects } from './disclosure-subjects.service.js';
import { Disclosures } from './disclosures.service.js';

/** Who may be shown what. The room that owns the subjects is above this one, so it hands its answer in when it imports the module. */
@Module({})
export class ConfidentialityModule {
  static forSubjects(subjects: Type<DisclosureSubjects>, imports: NonNullable<ModuleMetadata['imports']> = []): DynamicModule {
    return {
      module: ConfidentialityModule,
      imports,
      providers: [{ provide: DisclosureSubjects, useClass: subjects }, Disclosures],
      exports: [Disclosures, DisclosureSubjects],
    };
  }
}
