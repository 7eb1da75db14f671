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
