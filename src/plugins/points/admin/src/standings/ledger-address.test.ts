import { ledgerQueryIn } from './ledger-address';

describe('the address of postings', () => {
  it('says which ones are asked for', () => {
    const asked = { period: '2026-03', unit: 'u1', channel: 'own.weixin', page: '2' };
    expect(ledgerQueryIn(asked)).toEqual({ ...asked, page: 2 });
    expect(ledgerQueryIn({ submission: 's1', officer: 'o1', channel: 'bonus' })).toEqual({
      ...{ submission: 's1', officer: 'o1', channel: 'bonus' },
    });
  });

  it.each([
    { period: '2026-13' },
    { unit: '' },
    { unit: ['a', 'b'] },
    { officer: 'x'.repeat(65) },
    { channel: 'nothing' },
    { page: '0' },
    { page: '1.5' },
    { page: 'x' },
  ])('leaves out what it says wrongly: %p', (raw) => {
    expect(ledgerQueryIn(raw)).toEqual({});
  });
});
