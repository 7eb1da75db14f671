import { Global, Module } from '@nestjs/common';
import { Authorities } from './authorities.repository.js';
import { ContactPoints } from './contact-points.repository.js';
import { Directory } from './directory.service.js';
import { AddContactPoint } from './use-cases/add-contact-point.service.js';
import { AmendContactPoint } from './use-cases/amend-contact-point.service.js';
import { ImportContactPoints } from './use-cases/import-contact-points.service.js';
import { MarkingPractices } from './marking-practices.repository.js';
import { ReadContactPoints } from './use-cases/read-contact-points.service.js';
import { ReadMarkingPractices } from './use-cases/read-marking-practices.service.js';
import { SaveMarkingPractice } from './use-cases/save-marking-practice.service.js';
import { ConfirmContactPoint } from './use-cases/confirm-contact-point.service.js';
import { CreateState } from './use-cases/create-state.service.js';
import { RecordFirearmsProtocol } from './use-cases/record-firearms-protocol.service.js';
import { EndContactPoint } from './use-cases/end-contact-point.service.js';

const SERVICES = [
  Directory,
  Authorities,
  ContactPoints,
  CreateState,
  AddContactPoint,
  AmendContactPoint,
  ConfirmContactPoint,
  EndContactPoint,
  ImportContactPoints,
  ReadContactPoints,
  MarkingPractices,
  ReadMarkingPractices,
  SaveMarkingPractice,
  RecordFirearmsProtocol,
];

/** Binds the directory. Global: deadlines, requests and sign-in all look States up. */
@Global()
@Module({ providers: SERVICES, exports: SERVICES })
export class DirectoryModule {}
