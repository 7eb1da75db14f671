// For specs and whole-system tests only; nothing that ships may import this room.
// A test database and servers that are killed have their own doors, '@tracedesk/testing/database' and '/servers': scripts need none. The matchers (matchers.ts) are loaded by Jest itself.

// Builders: name what matters, the rest is well. Time is fixed.
export { aRequest, COMPLETE_QUESTION, RequestBuilder } from './builders/a-request.js';
export { AN_ITEM, aResponse, ResponseBuilder } from './builders/a-response.js';
export {
  anOfficer,
  as,
  asRequestedState,
  asRequestingState,
  asThirdState,
  FIXED_NOW,
  GOOD_FACTS,
  instantOf,
  REQUESTED_STATE,
  REQUESTING_STATE,
  THIRD_STATE,
  type Circumstances,
  type CircumstancesOptions,
} from './builders/parties.js';

// Suites that a machine may be unable to run.
export { describeWhere } from './describe-where.js';

// A real desk in its own process, and a client at its public API.
export { DeskClient, fieldsOf, itemsOf, problemIn, type Answer, type Call, type Credentials } from './desk-client.js';
export { demonstrationPasswordIn, DeskProcess, programOf, type DeskOptions } from './desk-process.js';
export { freePort } from './free-port.js';

// Zone data as ICU's files, made of those that Node holds within itself.
export { zoneFilesOf2031, zoneFilesOfNode } from './zone-files.js';

// Stories: docs/scenarios.md.
export { playScenario, succeeded, type Played, type PlayedStep } from './scenario/play-scenario.js';
export { readScenario } from './scenario/read-scenario.js';
export { ending, heading, stepLines } from './scenario/report.js';
export { ScenarioFileError, type Scenario, type Step } from './scenario/scenario.js';
export type { Target } from './scenario/stage.js';
