import { describe, expect, it } from '@jest/globals';
import { ITI_DEFAULT, profileNamed } from './profile.js';

describe('the default profile', () => {
  it('is shown as a policy with its source, never as law', () => {
    expect(profileNamed('ITI-DEFAULT')).toBe(ITI_DEFAULT);
    expect(ITI_DEFAULT.source).toMatchObject({ kind: 'policy', sentence: 'System policy; the ITI sets no number (paras 18–19)' });
  });

  it('is the only one so far', () => {
    expect(() => profileNamed('ECOWAS-19')).toThrow('ECOWAS-19');
  });
});
