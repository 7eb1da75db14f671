import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { DeskConfig } from '@tracedesk/platform';
import { AttachmentWorkshop } from './attachment-workshop.processor.js';
import { Attachments } from './attachments.repository.js';
import { ClamdScanner, NoScanner } from './clamd-scanner.adapter.js';
import { FileIntake } from './file-intake.service.js';
import { PracticePictures } from './practice-pictures.repository.js';
import { PreviewMaker } from './preview-maker.adapter.js';
import { FilesOpenTo } from './files-open-to.service.js';
import { RequestOfFiles } from './request-of-files.service.js';
import { AddAttachments } from './use-cases/add-attachments.service.js';
import { AddPracticePictures } from './use-cases/add-practice-pictures.service.js';
import { ReadPracticePictures } from './use-cases/read-practice-pictures.service.js';
import { RemovePracticePicture } from './use-cases/remove-practice-picture.service.js';
import { ListAttachments } from './use-cases/list-attachments.service.js';
import { ReadAttachment } from './use-cases/read-attachment.service.js';
import { RemoveAttachment } from './use-cases/remove-attachment.service.js';
import { UseOfFiles } from './use-of-files.service.js';
import { VirusScanner } from './virus-scanner.service.js';

/** What the answer that is handed in needs itself. */
interface Standing {
  readonly imports: readonly DynamicModule[];
  readonly providers: readonly Provider[];
}

const USE_CASES = [
  AddAttachments,
  ListAttachments,
  ReadAttachment,
  RemoveAttachment,
  AddPracticePictures,
  ReadPracticePictures,
  RemovePracticePicture,
];

/** The files of requests, and pictures of marking practices. Whose they are is known above this room: it comes with what is handed in. */
@Module({})
export class AttachmentsModule {
  static under(disclosures: DynamicModule, use: Type<UseOfFiles>, standingOn: Standing): DynamicModule {
    return {
      module: AttachmentsModule,
      imports: [disclosures, ...standingOn.imports],
      providers: [
        { provide: UseOfFiles, useClass: use },
        ...standingOn.providers,
        Attachments,
        FileIntake,
        FilesOpenTo,
        PracticePictures,
        RequestOfFiles,
        ...USE_CASES,
      ],
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
