import { ledgerQueryOf } from './selection';

const unit = { documentId: 'u', code: 'museum', name: '市博物馆', kind: 'institution' as const };
const officer = { documentId: 'o', name: '李敏' };

describe('the postings behind a number of the report', () => {
  it('are those of its row and channel', () => {
    const subject = { unit, officer };
    expect(ledgerQueryOf({ subject, channel: 'newsletter' }, '2026-03')).toEqual({
      period: '2026-03',
      unit: 'u',
      officer: 'o',
      channel: 'newsletter',
    });
  });

  it('are of all units in the totals row, and of all channels in the total', () => {
    expect(ledgerQueryOf({ subject: null, channel: null }, '2026')).toEqual({ period: '2026' });
    expect(ledgerQueryOf({ subject: { unit }, channel: null }, '2026')).toEqual({
      period: '2026',
      unit: 'u',
    });
  });
});
