// Why: a State could be created in a zone that only ICU knows by that name (IST, MIT …): every page that counted its days failed. Each becomes
// the IANA zone that ICU meant by it; going back would bring the fault back, so nothing is undone.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const MEANT = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Harare',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Addis_Ababa',
  ECT: 'Europe/Paris',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MIT: 'Pacific/Apia',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
} as const;

export class ZonesOfStates1795910470001 implements MigrationInterface {
  readonly name = 'ZonesOfStates1795910470001';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, zone] of Object.entries(MEANT))
      await runner.query('update states set time_zone = $2 where upper(time_zone) = $1', [name, zone]);
  }

  async down(): Promise<void> {
    // See above.
  }
}
