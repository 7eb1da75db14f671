/** Invented States of the demonstration, on ISO user-assigned codes that no real State will ever have. */
export const DEMONSTRATION_STATES = [
  ['QM', 'Valmora', 'Valmora'],
  ['QN', 'Norvane', 'Norvane'],
  ['QP', 'Pelagos', 'Pélagos'],
  ['QQ', 'Quillon', 'Quillon'],
  ['QR', 'Rhosia', 'Rhosie'],
  ['QS', 'Sardovia', 'Sardovie'],
  ['QT', 'Tamarind', 'Tamarind'],
  ['QV', 'Velbruck', 'Velbruck'],
  ['QW', 'Westmark', 'Westmark'],
  ['QX', 'Kandarra', 'Kandarra'],
  ['QY', 'Ulvar', 'Ulvar'],
  ['QZ', 'Zephyra', 'Zéphyra'],
] as const;
