import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_COLUMNS } from '../contact-point-columns.js';
import { IMPORT_ACTS, type ImportAct } from '../plan-import.js';
import type { ContactImport } from '../use-cases/import-contact-points.service.js';

/** How many rows come to what. */
export class ImportCountsView implements Readonly<Record<ImportAct, number>> {
  @ApiProperty({ type: 'integer' }) readonly added!: number;
  @ApiProperty({ type: 'integer' }) readonly changed!: number;
  @ApiProperty({ type: 'integer' }) readonly ended!: number;
  @ApiProperty({ type: 'integer' }) readonly unchanged!: number;
}

/** One cell that says another thing than stands there. */
export class ImportChangeView {
  @ApiProperty({ enum: CONTACT_COLUMNS }) readonly column!: string;
  @ApiProperty() readonly from!: string;
  @ApiProperty() readonly to!: string;
}

/** What comes of one row. */
export class ImportRowView {
  @ApiProperty({ type: 'integer', description: 'As a spreadsheet counts: the header is row 1.' }) readonly row!: number;
  @ApiProperty({ enum: IMPORT_ACTS }) readonly does!: ImportAct;
  @ApiProperty() readonly office!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The office it is about, where there is one.' })
  readonly id!: string | null;
  @ApiProperty({ type: [ImportChangeView] }) readonly changes!: readonly ImportChangeView[];
}

/** What is wrong with one cell, a row, or the header. */
export class ImportFaultView {
  @ApiProperty({ type: 'integer' }) readonly row!: number;
  @ApiProperty({ type: String, nullable: true }) readonly column!: string | null;
  @ApiProperty({ description: 'What stands there, cut at 100 characters.' }) readonly found!: string;
  @ApiProperty({ example: 'NOT_AN_EMAIL_ADDRESS' }) readonly code!: string;
}

/** What a table does, or would do. */
export class ContactImportView {
  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'Of the file. Sent back with it, to carry the import out.' })
  readonly sha256!: string;
  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'Of what it does to the offices as they stand. Sent back as well.' })
  readonly seen!: string;
  @ApiProperty({ type: ImportCountsView }) readonly counts!: ImportCountsView;
  @ApiProperty({ type: 'integer', description: 'Offices of the State that the table does not name: they stay as they are.' })
  readonly unnamed!: number;
  @ApiProperty({ type: [ImportRowView] }) readonly rows!: readonly ImportRowView[];
  @ApiProperty({ type: [ImportFaultView], description: 'With one of them nothing is imported.' })
  readonly faults!: readonly ImportFaultView[];

  static of({ sha256, seen, counts, unnamed, rows, faults }: ContactImport): ContactImportView {
    return {
      sha256,
      seen,
      counts,
      unnamed,
      rows: rows.map(({ row, does, office, former, changes }) => ({ row, does, office, id: former?.id ?? null, changes })),
      faults: faults.map(({ row, column, found, code }) => ({ row, column, found, code })),
    };
  }
}
