import { Module, type DynamicModule } from '@nestjs/common';
import { DeskConfig } from '@tracedesk/platform';
import { AttachmentWorkshop } from './attachment-workshop.processor.js';
import { Attachments } from './attachments.repository.js';
import { ClamdScanner, NoScanner } from './clamd-scanner.adapter.js';
import { FileIntake } from './file-intake.service.js';
import { PracticePictures } from './practice-pictures.repository.js';
import { PreviewMaker } from './preview-maker.adapter.js';
import { RequestOfFiles } from './request-of-files.service.js';
import { AddAttachments } from './use-cases/add-attachments.service.js';
import { AddPracticePictures } from './use-cases/add-practice-pictures.service.js';
import { ReadPracticePictures } from './use-cases/read-practice-pictures.service.js';
import { RemovePracticePicture } from './use-cases/remove-practice-picture.service.js';
import { ListAttachments } from './use-cases/list-attachments.service.js';
import { ReadAttachment } from './use-cases/read-attachment.service.js';
import { RemoveAttachment } from './use-cases/remove-attachment.service.js';
import { VirusScanner } from './virus-scanner.service.js';

const USE_CASES = [
  AddAttachments,
  ListAttachments,
  ReadAttachment,
  RemoveAttachment,
  AddPracticePictures,
  ReadPracticePictures,
  RemovePracticePicture,
];

/** The files of requests, and pictures of marking practices. Whose they are is known above this room: it comes with the disclosures that are handed in. */
@Module({})
export class AttachmentsModule {
  static under(disclosures: DynamicModule): DynamicModule {
    return {
      module: AttachmentsModule,
      imports: [disclosures],
      providers: [Attachments, FileIntake, PracticePictures, RequestOfFiles, ...USE_CASES],
      exports: [Attachments, ...USE_CASES],
    };
  }
}

/** What the worker does with files. It decodes and scans, and opens nothing it has no task for. */
@Module({
  providers: [
    AttachmentWorkshop,
    PreviewMaker,
    {
      provide: VirusScanner,
      inject: [{ token: DeskConfig, optional: true }],
      useFactory: (config?: DeskConfig) => (config?.clamdAddress ? new ClamdScanner(config.clamdAddress) : new NoScanner()),
    },
  ],
  exports: [AttachmentWorkshop],
})
export class AttachmentWorkshopModule {}
