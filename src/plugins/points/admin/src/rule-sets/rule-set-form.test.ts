import { exportOf, formContentOf, pointsFrom, withItem, withValue } from './rule-set-form';

describe('the form of a rule set', () => {
  it.each([null, 3, 'x', [], { channels: 3, policies: [], extensions: 'y' }])(
    'shows something of %j',
    (content) => {
      expect(formContentOf(content)).toMatchObject({
        channels: [],
        policies: {},
        extensions: null,
      });
    }
  );

  it('keeps what it does not show', () => {
    const content = {
      channels: [{ channel: 'newsletter', odd: 1 }],
      policies: { a: 'b' },
      more: 2,
    };
    expect(formContentOf(content)).toEqual({ ...content, extensions: null });
  });

  it.each([
    ['3', 3],
    ['0.5', 0.5],
    ['2.25', 2.25],
    ['', ''],
    ['-1', '-1'],
    ['1.', '1.'],
    ['0.125', '0.125'],
    ['三', '三'],
  ])('takes the points "%s" as %j', (text, value) => {
    expect(pointsFrom(text)).toBe(value);
  });

  it('changes and takes away values and items without touching the others', () => {
    const record = { a: 1, b: 2 };
    expect(withValue(record, 'a', 3)).toEqual({ a: 3, b: 2 });
    expect(withValue(record, 'a', undefined)).toEqual({ b: 2 });
    expect(withItem([1, 2, 3], 1, 5)).toEqual([1, 5, 3]);
    expect(withItem([1, 2, 3], 1, undefined)).toEqual([1, 3]);
    expect(record).toEqual({ a: 1, b: 2 });
  });

  it('exports what the import takes', () => {
    expect(exportOf('甲', { channels: [], policies: {}, extensions: null })).toEqual({
      schema: 1,
      name: '甲',
      channels: [],
      policies: {},
    });
  });
});
