import { Global, Module } from '@nestjs/common';
import { Directory } from './directory.service.js';
import { AddContactPoint } from './use-cases/add-contact-point.service.js';
import { CreateState } from './use-cases/create-state.service.js';
import { EndContactPoint } from './use-cases/end-contact-point.service.js';

const SERVICES = [Directory, CreateState, AddContactPoint, EndContactPoint];

/** Binds the directory. Global: deadlines, requests and sign-in all look States up. */
@Global()
@Module({ providers: SERVICES, exports: SERVICES })
export class DirectoryModule {}
