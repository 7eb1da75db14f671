import { AdministeredPeople1795910500003 } from './administered-people.migration.js';
import { RolesForGood1795910461007 } from './roles-for-good.migration.js';
import { AuthorityMembers1795910410004 } from './authority-members.migration.js';
import { SessionsEndFirst1795910460004 } from './sessions-end-first.migration.js';
import { People1795219200201 } from './people.migration.js';
import { Throttle1795219200202 } from './throttle.migration.js';

/** In the order of time. */
export const IDENTITY_MIGRATIONS = [
  People1795219200201,
  Throttle1795219200202,
  AuthorityMembers1795910410004,
  SessionsEndFirst1795910460004,
  RolesForGood1795910461007,
  AdministeredPeople1795910500003,
];
