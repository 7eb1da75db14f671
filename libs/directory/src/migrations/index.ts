import { AdministeredStates1795910500002 } from './administered-states.migration.js';
import { StatesForGood1795910461008 } from './states-for-good.migration.js';
import { Authorities1795910410003 } from './authorities.migration.js';
import { ContactPointDetails1795219200102 } from './contact-point-details.migration.js';
import { FirearmsProtocol1795910490001 } from './firearms-protocol.migration.js';
import { MarkingPractices1795219200103 } from './marking-practices.migration.js';
import { States1795219200101 } from './states.migration.js';
import { ZonesOfStates1795910470001 } from './zones-of-states.migration.js';
import { UpdateAsked1795910480001 } from './update-asked.migration.js';

/** In the order of time. */
export const DIRECTORY_MIGRATIONS = [
  States1795219200101,
  ContactPointDetails1795219200102,
  MarkingPractices1795219200103,
  Authorities1795910410003,
  StatesForGood1795910461008,
  ZonesOfStates1795910470001,
  UpdateAsked1795910480001,
  FirearmsProtocol1795910490001,
  AdministeredStates1795910500002,
];
