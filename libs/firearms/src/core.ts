// The pure door of the room: all of it is pure.
export { isStated, valueOf, type Stated } from './stated.js';
export { FIREARM_ACTIONS, FIREARM_TYPES, type FirearmAction, type FirearmType } from './firearm-type.js';
export {
  COUNTRY_BASES,
  MARKING_SCHEMES,
  OBJECT_STATUSES,
  markingsStated,
  type CountryBasis,
  type Custody,
  type FirearmDescription,
  type MarkingScheme,
  type ObjectStatus,
} from './firearm-description.js';
export {
  MARKING_KINDS,
  MARKING_PLACES,
  marksOfFind,
  type ImportMark,
  type Importer,
  type Marking,
  type MarkingKind,
  type MarkingPlace,
} from './marking.js';
export {
  LEGIBILITY,
  MARKING_METHODS,
  OBLITERATIONS,
  RECOVERY_METHODS,
  charactersOf,
  signsFit,
  type Legibility,
  type MarkReading,
  type MarkingMethod,
  type Obliteration,
  type ReadCharacter,
  type RecoveryMethod,
} from './mark-reading.js';
export { COMPONENT_PARTS, differingComponents, frameFirst, type Component, type ComponentPart } from './component.js';
export { MADE_FROM_ANOTHER, ORIGIN_CLASSES, type OriginClass } from './origin-class.js';
export { misplacedSigns, yearsOf } from './description-faults.js';
export {
  TRACEABILITY_RULES,
  traceabilityCheck,
  type TraceabilityFacts,
  type TraceabilityFinding,
  type TraceabilityRule,
} from './traceability-check.js';
export {
  answerTo,
  asksForAnswer,
  seenIn,
  unansweredWarnings,
  type Answered,
  type Override,
  type Overrides,
} from './warning-answers.js';
export { FAILURE_CAUSES, type FailureCause } from './failure-causes.js';
export { CERTAINTIES, type Certainty } from './misread-numbers.js';
export { SERIAL_KEY_CLASSES, SERIAL_KEY_CLASS_NAMES, type SerialKeyClass } from './serial-key-classes.js';
export { MOST_KEYS, keysOf, matchOf, searchFor, type SerialKey } from './serial-keys.js';
export { UNKNOWN_POSITION, readSerial, type Script, type SerialReading, type Transliteration } from './serial-reading.js';
export {
  EARLIER_STEPS,
  ROUTING_RULES,
  adviseRouting,
  mostRecentImport,
  routingMarksOf,
  type Route,
  type RoutingAdvice,
  type RoutingFacts,
  type RoutingMarks,
  type RoutingNote,
  type RoutingRule,
} from './routing.js';
export { ROUTING_MARKS, routingChanges, type RoutingChange, type RoutingMark, type ThenAsked } from './routing-changes.js';
export { CALIBRES, calibreKeyOf, readCalibre, sameCalibre, type Calibre, type CalibreReading } from './calibre.js';
export { modelNameOf, withoutAccents, type ModelName } from './model-name.js';
export { REWORKINGS, reworkingOf, type Reworking } from './reworked-text.js';
