import { toldIn } from './told-details';

describe('details in a form', () => {
  it('are read from JSON and from what it says', () => {
    const told = { kind: 'brief', length: '1200' };
    expect(toldIn({ kind: 'brief', length: 1200 })).toEqual(told);
    expect(toldIn('{"kind":"brief","length":1200}')).toEqual(told);
  });

  it.each([null, undefined, '', '{', '[]', 3, { other: 'x', kind: {} }])(
    'are none in %j',
    (value) => {
      expect(toldIn(value)).toEqual({});
    }
  );
});
