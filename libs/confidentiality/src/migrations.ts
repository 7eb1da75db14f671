import { ActsOnOwnConsents1795910461004 } from './migrations/acts-on-own-consents.migration.js';
import { Consents1795564803002 } from './migrations/consents.migration.js';
import { PurposesOfUse1795564825001 } from './migrations/purposes-of-use.migration.js';
import { Disclosures1795219200601 } from './migrations/disclosures.migration.js';
import { OneSittingManyRequests1795910410002 } from './migrations/one-sitting-many-requests.migration.js';
import { WhatASittingCovers1795910410001 } from './migrations/what-a-sitting-covers.migration.js';

/** In the order of their time stamps. */
export const CONFIDENTIALITY_MIGRATIONS = [
  Disclosures1795219200601,
  Consents1795564803002,
  PurposesOfUse1795564825001,
  WhatASittingCovers1795910410001,
  OneSittingManyRequests1795910410002,
  ActsOnOwnConsents1795910461004,
];
