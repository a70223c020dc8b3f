import { reviewClosingText } from './review-closing';

describe('the text of a published review', () => {
  it('is the one that its hashes are taken of', () => {
    const digests = (mark: string) => ({ sha256: `${mark}1`, sm3: `${mark}2` });
    expect(
      reviewClosingText({
        period: '2026-H1',
        facts: digests('f'),
        content: digests('c'),
        decisions: digests('d'),
        closedAt: '2026-07-10T01:00:00.000Z',
        closedBy: '周岚',
      })
    ).toBe(
      '{"closedAt":"2026-07-10T01:00:00.000Z","closedBy":"周岚","content":{"sha256":"c1","sm3":"c2"},' +
        '"decisions":{"sha256":"d1","sm3":"d2"},"facts":{"sha256":"f1","sm3":"f2"},"period":"2026-H1"}'
    );
  });
});
