import { sealedAdoptions, shareAlike } from './sealed-award';

describe('adoptions of sealed months', () => {
  const standing = [
    { adoption: 1, month: '2026-02' },
    { adoption: 1, month: '2026-04' },
    { adoption: 2, month: '2026-03' },
    { adoption: 3, month: '2026-04' },
  ];

  it.each([
    [null, []],
    ['2026-02', []],
    ['2026-03', [1]],
    ['2026-04', [1, 2]],
    ['2026-05', [1, 2, 3]],
  ])('with %s as the first open month are %j', (firstOpen, expected) => {
    expect([...sealedAdoptions(standing, firstOpen)]).toEqual(expected);
  });
});

describe('sharing alike', () => {
  const some = [
    { unit: 1, officers: [11, 12] },
    { unit: 2, officers: [] },
  ];

  it('goes by who shares, and by the order of the units where that decides', () => {
    const same = [
      { unit: 2, officers: [] },
      { unit: 1, officers: [12, 11] },
    ];
    expect(shareAlike(some, same, false)).toBe(true);
    expect(shareAlike(some, same, true)).toBe(false);
    expect(shareAlike(some, [...same].reverse(), true)).toBe(true);
  });

  it.each([
    [[{ unit: 1, officers: [11, 12] }]],
    [
      [
        { unit: 1, officers: [11] },
        { unit: 2, officers: [] },
      ],
    ],
    [
      [
        { unit: 1, officers: [] },
        { unit: 2, officers: [11, 12] },
      ],
    ],
    [[]],
  ])('not with %j', (others) => {
    expect(shareAlike(some, others, false)).toBe(false);
    expect(shareAlike(some, others, true)).toBe(false);
  });
});
