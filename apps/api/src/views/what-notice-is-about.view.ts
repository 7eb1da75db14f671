import { ApiProperty } from '@nestjs/swagger';

/** What a notice is about: a request of the State told, or who asked, or a deadline profile; what it is not about is null. */
export class WhatNoticeIsAbout {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null where it leads to no request of the State.' })
  readonly requestId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'TD-7K3F-92QX-4V8' }) readonly reference!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'QR',
    description: 'Who asked, where it leads to no request: the find could lie in the jurisdiction of the State told (ITI 16).',
  })
  readonly requestingState!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'BILATERAL-QM-QR-1',
    description: 'The deadline profile that it is about.',
  })
  readonly profile!: string | null;
}
