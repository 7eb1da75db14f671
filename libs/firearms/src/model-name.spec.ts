import { describe, expect, it } from '@jest/globals';
import { modelNameOf } from './model-name.js';

describe('make and model', () => {
  it.each([
    [
      { make: 'Glock', model: '17' },
      { make: 'GLOCK', model: 'Glock-17' },
    ],
    [
      { make: 'V.A.W.', model: 'P 9' },
      { make: 'vaw', model: 'p9' },
    ],
    [{ model: 'AK-47' }, { model: 'ak 47' }],
    [{ make: 'Česká zbrojovka' }, { make: 'Ceska Zbrojovka' }],
    [{ make: 'Łucznik' }, { make: 'LUCZNIK' }],
    [{ make: 'Škoda' }, { make: 'SKODA' }],
  ])('written %j are those written %j', (one, other) => expect(modelNameOf(one)).toEqual(modelNameOf(other)));

  it.each([
    [
      { make: 'VAW', model: 'P9' },
      { make: 'VAW', model: 'P9A' },
    ],
    [{ make: 'VAW', model: 'P9' }, { model: 'P9' }],
    [{ model: 'АК-47' }, { model: 'AK-47' }],
    [{ model: 'Й-1' }, { model: 'И-1' }],
  ])('written %j are not those written %j', (one, other) => expect(modelNameOf(one)).not.toEqual(modelNameOf(other)));

  it('of which one is not told has none, and the other is as it is', () => {
    expect(modelNameOf({ model: 'AK-47' })).toEqual({ make: null, model: 'AK47' });
    expect(modelNameOf({ make: 'V.A.W.' })).toEqual({ make: 'VAW', model: null });
  });

  it('that are signs alone are unknown', () => {
    expect(modelNameOf({ make: '-', model: '?' })).toEqual({ make: null, model: null });
    expect(modelNameOf({ make: 'VAW', model: 'VAW' })).toEqual({ make: 'VAW', model: 'VAW' });
  });
});
