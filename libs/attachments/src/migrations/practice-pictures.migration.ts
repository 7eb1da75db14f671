// Why: a mark is recognised by its picture (ITI 31(b)). Pictures of practices are files as those of requests are, and every State sees their small copies.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class PracticePictures1795564824001 implements MigrationInterface {
  readonly name = 'PracticePictures1795564824001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...OWNERS, ...SMALL_COPIES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy everybody_sees_small_copies on attachment_chunks');
    await runner.query('drop policy everybody_sees_pictures on attachments');
    await runner.query('alter table attachment_chunks drop column for_all');
    await runner.query('alter table attachments drop column practice_id, drop column caption, drop column open_key');
  }
}

// `open_key`: the file's key under the desk's own, as it is granted to the worker; with a request's file there is none.
const OWNERS = [
  `alter table attachments
     alter column request_id drop not null,
     add column practice_id uuid,
     add column caption text,
     add column open_key bytea,
     add constraint of_one check ((request_id is null) <> (practice_id is null)),
     add constraint pictures_are_open check ((practice_id is null) = (open_key is null)),
     add constraint pictures_have_no_circle check (practice_id is null or (second_state is null and type <> 'pdf'))`,
  'create unique index practice_pictures_once on attachments (practice_id, content_token) where practice_id is not null',
  `create policy everybody_sees_pictures on attachments for select to desk_app using (practice_id is not null and ${STATE} is not null)`,
];

// The original may say where and with what it was taken: it stays with its own State.
const SMALL_COPIES = [
  `alter table attachment_chunks add column for_all boolean not null default false check (not for_all or form = 'preview')`,
  `create policy everybody_sees_small_copies on attachment_chunks for select to desk_app using (for_all and ${STATE} is not null)`,
];
