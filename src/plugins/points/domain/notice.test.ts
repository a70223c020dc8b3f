import { isMailable, mailingOf, UNCHOSEN } from './notice';

describe('what is mailed of notices', () => {
  it('is one mail a day for whoever has chosen nothing', () => {
    expect(mailingOf(UNCHOSEN, 'returned')).toBe('daily');
  });

  it('is what was chosen in general, unless the kind has a choice of its own', () => {
    const choice = { overall: 'never', kinds: { returned: 'at-once' } } as const;
    expect(mailingOf(choice, 'returned')).toBe('at-once');
    expect(mailingOf(choice, 'adopted')).toBe('never');
  });

  it('is nothing of what has a mail of its own', () => {
    expect(isMailable('commission-due')).toBe(false);
    expect(isMailable('commission-asked')).toBe(true);
  });
});
