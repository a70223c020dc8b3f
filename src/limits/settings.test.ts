import { limitsFrom } from './settings';

describe('the limits', () => {
  it('have safe defaults', () => {
    const { rates, bounds } = limitsFrom({});
    expect(rates.loginAccount).toEqual({ points: 5, seconds: 300 });
    expect(bounds.megapixels).toBe(80);
  });

  it('are what the environment says', () => {
    const { rates, bounds } = limitsFrom({
      LIMIT_SEARCH: ' 3/10 ',
      LIMIT_API: 'off',
      LIMIT_MEGAPIXELS: '12',
    });
    expect([rates.search, rates.api, bounds.megapixels]).toEqual([
      { points: 3, seconds: 10 },
      undefined,
      12,
    ]);
  });

  it('are all off by one word, but for the bounds', () => {
    const { rates, bounds } = limitsFrom({ RATE_LIMITS: 'false' });
    expect([rates, bounds.bodyDepth]).toEqual([{}, 32]);
  });

  it.each([
    ['LIMIT_SEARCH', 'often'],
    ['LIMIT_SEARCH', '5'],
    ['LIMIT_SEARCH', '0/5'],
    ['LIMIT_SEARCH', '5/5/5'],
    ['LIMIT_BODY_DEPTH', '-1'],
    ['LIMIT_MEGAPIXELS', 'off'],
  ])('stop the boot as %s=%s, also where they are off', (variable, value) => {
    for (const others of [{}, { RATE_LIMITS: 'false' }]) {
      expect(() => limitsFrom({ ...others, [variable]: value })).toThrow(variable);
    }
  });
});
