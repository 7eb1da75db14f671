/** Types of small arms (ITI 4(a)) and light weapons (ITI 4(b)). */
export const FIREARM_TYPES = {
  revolver: '4(a)',
  self_loading_pistol: '4(a)',
  rifle: '4(a)',
  carbine: '4(a)',
  shotgun: '4(a)',
  sub_machine_gun: '4(a)',
  assault_rifle: '4(a)',
  light_machine_gun: '4(a)',
  other_small_arm: '4(a)',
  heavy_machine_gun: '4(b)',
  grenade_launcher: '4(b)',
  portable_anti_aircraft_gun: '4(b)',
  portable_anti_tank_gun: '4(b)',
  recoilless_rifle: '4(b)',
  portable_anti_tank_missile_launcher: '4(b)',
  portable_anti_aircraft_missile_launcher: '4(b)',
  mortar_under_100_mm: '4(b)',
  other_light_weapon: '4(b)',
} as const satisfies Record<string, '4(a)' | '4(b)'>;
export type FirearmType = keyof typeof FIREARM_TYPES;

/** How it is loaded and fired, in the words of the national reference tables (`domain.md` 4.4). */
export const FIREARM_ACTIONS = [
  'semi_automatic',
  'bolt',
  'lever',
  'pump',
  'revolver',
  'single_shot',
  'break_open',
  'recoilless',
  'launcher',
  'muzzle_loading',
  'other',
] as const;
export type FirearmAction = (typeof FIREARM_ACTIONS)[number];
