import type { ContactWarning } from '@tracedesk/directory/core';

/** The office of the State asked that a request was addressed to at its submission (ITI 25). */
export interface AddressedOffice {
  readonly contactPointId: string;
  /** As it stood then: what it was is in the office's history. */
  readonly version: number;
  /** Its name today. */
  readonly office: string;
  readonly warnings: readonly ContactWarning[];
}
