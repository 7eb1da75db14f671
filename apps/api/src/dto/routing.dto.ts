import { KnownState } from '@tracedesk/directory';
import { ORIGIN_CLASSES, type OriginClass, type RoutingMarks } from '@tracedesk/firearms';
import { stateCode } from '@tracedesk/kernel';
import { ListOf, OneOf } from '@tracedesk/platform';
import { ImportMarkDto } from '@tracedesk/tracing';

const MOST_IMPORT_MARKS = 20;

/** What there is to read on an arm of which State to ask. */
export class RoutingMarksDto {
  @OneOf(ORIGIN_CLASSES, { optional: true })
  readonly originClass?: OriginClass;

  @KnownState({ optional: true, example: 'QZ' })
  readonly countryOfManufacture?: string;

  @ListOf(() => ImportMarkDto, { max: MOST_IMPORT_MARKS, optional: true, description: 'In the order read on the arm.' })
  readonly importMarks?: readonly ImportMarkDto[];

  @KnownState({ optional: true, description: 'The State of a deactivation stamp.' })
  readonly deactivatedBy?: string;

  @KnownState({ optional: true, description: "The State of an importer's address: never taken for a country of origin." })
  readonly importerAddressIn?: string;

  toMarks(): RoutingMarks {
    const { originClass, countryOfManufacture, importMarks, deactivatedBy, importerAddressIn } = this;
    return {
      ...(originClass && { originClass }),
      ...(countryOfManufacture && { countryOfManufacture: stateCode(countryOfManufacture) }),
      ...(importMarks && {
        importMarks: importMarks.map(({ state, year }) => ({ state: stateCode(state), ...(year !== undefined && { year }) })),
      }),
      ...(deactivatedBy && { deactivatedBy: stateCode(deactivatedBy) }),
      ...(importerAddressIn && { importerAddressIn: stateCode(importerAddressIn) }),
    };
  }
}
