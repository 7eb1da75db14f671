// Describing a firearm and checking whether the description can be traced. All of the room is pure.
export {
  FIREARM_TYPES,
  MARKING_KINDS,
  MARKING_PLACES,
  isStated,
  valueOf,
  type FirearmDescription,
  type FirearmType,
  type ImportMark,
  type Marking,
  type MarkingKind,
  type MarkingPlace,
  type Stated,
} from './firearm-description.js';
export { TRACEABILITY_RULES, traceabilityCheck, type TraceabilityFinding, type TraceabilityRule } from './traceability-check.js';
export {
  SERIAL_KEY_CLASSES,
  keysOf,
  matchOf,
  searchFor,
  type SerialKey,
  type SerialKeyClass,
  type SerialSearch,
} from './serial-keys.js';
export { UNKNOWN_POSITION, readSerial, type Script, type SerialReading } from './serial-reading.js';
export {
  EARLIER_STEPS,
  ORIGIN_CLASSES,
  ROUTING_RULES,
  adviseRouting,
  type OriginClass,
  type Route,
  type RoutingAdvice,
  type RoutingFacts,
  type RoutingMarks,
  type RoutingNote,
  type RoutingRule,
} from './routing.js';
export { CALIBRES, readCalibre, sameCalibre, type Calibre, type CalibreReading } from './calibre.js';
