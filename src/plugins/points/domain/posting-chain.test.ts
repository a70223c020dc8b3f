import fc from 'fast-check';
import { canonicalJson } from './canonical-json';
import { CHAIN_START, chainedText, listedText, type ChainedPosting } from './posting-chain';
import { POSTING } from './__fixtures__/chained-posting';

describe('the text of a posting in the chain', () => {
  it('is what the documentation shows', () => {
    expect(chainedText(POSTING, CHAIN_START.hash)).toBe(
      '{"adoptedOn":"2026-12-31","adoption":"b2","amount":300,"belongsTo":"2026-12","bonus":null,' +
        '"cause":"publish","channel":"site.headline","clause":"§七.7","divisor":2,' +
        '"entryDocumentId":"e5","entryUid":"api::article.article","key":"7.3.0.5.1","kind":"award",' +
        '"month":"2026-12","officer":null,"officerCount":1,"officerName":null,' +
        '"postedAt":"2026-12-31T15:59:59.000Z",' +
        '"previous":"0000000000000000000000000000000000000000000000000000000000000000",' +
        '"reverses":null,"ruleSet":"c3","sequence":1,"submission":"a1",' +
        '"submissionTitle":"新馆“开放”","unit":"d4","unitCount":2,"unitName":"市图书馆"}'
    );
  });

  it.each(Object.keys(POSTING) as Array<keyof ChainedPosting>)('differs where %s does', (field) => {
    const value = POSTING[field];
    const other = { ...POSTING, [field]: typeof value === 'number' ? value + 1 : `${value}x` };
    expect(chainedText(other, CHAIN_START.hash)).not.toBe(chainedText(POSTING, CHAIN_START.hash));
  });

  it('names what a correction answers and corrects, and in no other posting a place for it', () => {
    const text = chainedText({ ...POSTING, objection: 'f6', corrects: '7.3.0.5.1' }, 'x');
    expect(text).toContain('"corrects":"7.3.0.5.1"');
    expect(text).toContain('"objection":"f6"');
    expect(chainedText(POSTING, 'x')).not.toMatch(/objection|corrects/);
    expect(chainedText({ ...POSTING, objection: 'f6' }, 'x')).not.toContain('corrects');
  });

  const text = fc.string({ unit: 'binary' });
  const textOrNone = fc.option(text, { nil: null });
  const number = fc.maxSafeInteger().map((each) => each + 0);
  const anyPosting: fc.Arbitrary<ChainedPosting> = fc.record(
    {
      ...{ sequence: number, amount: number, divisor: number },
      ...{ unitCount: number, officerCount: number },
      ...{ key: text, kind: text, channel: text, clause: text, cause: text },
      ...{ adoptedOn: text, month: text, belongsTo: text, postedAt: text },
      ...{ submissionTitle: text, unitName: text, objection: text, corrects: text },
      ...{ reverses: textOrNone, submission: textOrNone, adoption: textOrNone },
      ...{ bonus: textOrNone, ruleSet: textOrNone, unit: textOrNone, officer: textOrNone },
      ...{ officerName: textOrNone, entryUid: textOrNone, entryDocumentId: textOrNone },
    },
    { requiredKeys: Object.keys(POSTING) as Array<keyof typeof POSTING> }
  );

  it('is canonical JSON, whatever the posting says', () => {
    fc.assert(
      fc.property(anyPosting, text, (posting, hash) => {
        expect(chainedText(posting, hash)).toBe(canonicalJson({ ...posting, previous: hash }));
        expect(
          listedText([
            { ...posting, hash },
            { ...POSTING, hash },
          ])
        ).toBe(
          canonicalJson([
            { ...posting, hash },
            { ...POSTING, hash },
          ])
        );
      })
    );
    expect(listedText([])).toBe('[]');
  });

  it.each(['amount', 'divisor', 'sequence', 'unitCount', 'officerCount'] as const)(
    'refuses a part of an integer as %s',
    (field) => {
      expect(() => chainedText({ ...POSTING, [field]: 0.5 }, 'x')).toThrow(RangeError);
    }
  );
});
