import { describe, expect, it } from '@jest/globals';
import { isShipped, PROFILE_IDS, profileNamed, SHIPPED_PROFILES } from './profiles.js';
import { ITI_DEFAULT } from './shipped-profiles.js';

describe('the profile that a request was submitted under', () => {
  it.each(SHIPPED_PROFILES.map((profile) => [profile.id, profile] as const))('is found by its name: %s', (id, profile) => {
    expect(isShipped(id)).toBe(true);
    expect(profileNamed(id)).toBe(profile);
  });

  it('may be one that two States agreed on, which no release brings', () => {
    const agreed = { ...ITI_DEFAULT, id: 'QM-QR' };
    expect(isShipped('QM-QR')).toBe(false);
    expect(profileNamed('QM-QR', [agreed])).toBe(agreed);
  });

  it('is missed aloud where the desk does not know it', () => {
    const unknown = () => profileNamed('GONE');
    expect(unknown).toThrow(expect.objectContaining({ code: 'PROFILE_UNKNOWN', context: { profile: 'GONE' } }));
    expect(unknown).toThrow(PROFILE_IDS.join(', '));
  });
});
