import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectFolder } from '@tracedesk/platform';
import { getMetadataStorage, validateSync } from 'class-validator';
import './api.module.js';

const NOT_ONE_MAILBOX = [
  'ops,desk@qm.example',
  'Desk <desk@qm.example>',
  'desk@qm.example; ops@qm.example',
  'desk@qm',
  'd@q.example\n',
];
const NAMED_AS_ADDRESS = /(?:e-?mail|mailbox|address)$/i;

/** Where somebody lives: told by a record, never written to. */
const OF_A_HOUSE = 'ItemPartyDto.address';

/** Where an address to write to is kept, and the type by which it comes there. A new column is named here with its own. */
const COLUMNS = {
  'address_proofs.address': 'KeepOwnMail.ask takes a Mailbox',
  'mail_preferences.address': 'KeepOwnMail.prove copies that of address_proofs',
  'contact_points.email': 'contactPointDenial refuses what is no Mailbox: added, amended, confirmed, imported',
};

describe('an address to write to', () => {
  it('is one mailbox in every field of every body that takes one', () => {
    const fields = addressFields();
    expect(fields.map(({ dto, field }) => `${dto.name}.${field}`).sort()).toEqual([
      'AddContactPointDto.email',
      'AmendContactPointDto.email',
      'MailAddressDto.address',
    ]);
    for (const { dto, field } of fields) {
      for (const text of NOT_ONE_MAILBOX) expect([text, faultsOf(dto, field, text)]).toEqual([text, ['NOT_AN_EMAIL_ADDRESS']]);
      expect(faultsOf(dto, field, 'tracing@qm.example')).toEqual([]);
    }
  });

  it('is kept in no column but those by which it comes as one mailbox', () => {
    const schema = readFileSync(`${projectFolder()}/docs/generated/schema.md`, 'utf8');
    const found = schema.split(/^### /m).flatMap((part) => {
      const [table = ''] = part.split('\n');
      const columns = [...part.matchAll(/^\| (\w+) \| text \|/gm)].map(([, column = '']) => column);
      return columns.filter((column) => NAMED_AS_ADDRESS.test(column)).map((column) => `${table.trim()}.${column}`);
    });
    expect(found.sort()).toEqual(Object.keys(COLUMNS).sort());
  });
});

type Dto = new () => object;

interface Rules {
  readonly validationMetadatas: ReadonlyMap<Dto, readonly { readonly propertyName: string }[]>;
}

/** The fields named as an address, of every DTO that any room or app has. */
function addressFields(): readonly { readonly dto: Dto; readonly field: string }[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as Rules;
  return [...validationMetadatas].flatMap(([dto, rules]) =>
    [...new Set(rules.map(({ propertyName }) => propertyName))]
      .filter((field) => NAMED_AS_ADDRESS.test(field) && dto.name.endsWith('Dto') && `${dto.name}.${field}` !== OF_A_HOUSE)
      .map((field) => ({ dto, field })),
  );
}

function faultsOf(dto: Dto, field: string, text: string): readonly string[] {
  const errors = validateSync(Object.assign(new dto(), { [field]: text }), { stopAtFirstError: true });
  return errors.filter(({ property }) => property === field).flatMap(({ constraints }) => Object.keys(constraints ?? {}));
}
