import { MovesOfOwnRequests1795910461005 } from './migrations/moves-of-own-requests.migration.js';
import { SearchTokensToRemake1795910440001 } from './migrations/search-tokens-to-remake.migration.js';
import { DraftColumns1795910460005 } from './migrations/draft-columns.migration.js';
import { RequestBatches1795564821001 } from './migrations/request-batches.migration.js';
import { FollowUpFacts1795564803004 } from './migrations/follow-up-facts.migration.js';
import { FrozenProfileVersion1795564806002 } from './migrations/frozen-profile-version.migration.js';
import { DirectAccessKept1795910420001 } from './migrations/direct-access-kept.migration.js';
import { BeyondSeventeenOff1795910420003 } from './migrations/beyond-17-off.migration.js';
import { ElementsNotAvailable1795910420002 } from './migrations/elements-not-available.migration.js';
import { DirectAccess1795219200440 } from './migrations/direct-access.migration.js';
import { ListsByStatus1795219200403 } from './migrations/lists-by-status.migration.js';
import { Obstacles1795910430001 } from './migrations/obstacles.migration.js';
import { Requests1795219200401 } from './migrations/requests.migration.js';
import { SearchTokens1795564805001 } from './migrations/search-tokens.migration.js';
import { Responses1795219200402 } from './migrations/responses.migration.js';
import { RoundsAndRedirects1795564801001 } from './migrations/rounds-and-redirects.migration.js';
import { DraftsLeaveCases1795564822001 } from './migrations/drafts-leave-cases.migration.js';
import { MergedCases1795564822003 } from './migrations/merged-cases.migration.js';
import { PlacesInCases1795564822002 } from './migrations/places-in-cases.migration.js';
import { WeaponCases1795564803003 } from './migrations/weapon-cases.migration.js';

import { AddressedOffices1795564824002 } from './migrations/addressed-offices.migration.js';

/** The migrations of this room, in order. */
export const TRACING_MIGRATIONS = [
  Requests1795219200401,
  Responses1795219200402,
  ListsByStatus1795219200403,
  DirectAccess1795219200440,
  RoundsAndRedirects1795564801001,
  SearchTokens1795564805001,
  FrozenProfileVersion1795564806002,
  WeaponCases1795564803003,
  FollowUpFacts1795564803004,
  RequestBatches1795564821001,
  DraftsLeaveCases1795564822001,
  PlacesInCases1795564822002,
  AddressedOffices1795564824002,
  MergedCases1795564822003,
  DirectAccessKept1795910420001,
  ElementsNotAvailable1795910420002,
  BeyondSeventeenOff1795910420003,
  Obstacles1795910430001,
  SearchTokensToRemake1795910440001,
  DraftColumns1795910460005,
  MovesOfOwnRequests1795910461005,
];
