import {
  detailProblems,
  detailsAsked,
  missingDetails,
  readDetails,
  tellApart,
} from './adoption-details';
import type { ChannelRule } from './rule-set';

const name = (zh: string) => ({ zh, en: zh });

const EXTENSIONS = {
  kinds: [
    { code: 'research', name: name('调研') },
    { code: 'unused', name: name('无') },
  ],
  forms: [{ code: 'excerpt', name: name('摘编') }],
};
const RULES = { extensions: EXTENSIONS };

const plain: ChannelRule = {
  channel: 'newsletter',
  amount: 1000,
  level: 'newsletter',
  clause: '七.1',
};
const byKind: ChannelRule = {
  ...plain,
  more: { cases: [{ when: { kind: 'research' }, points: 2000 }] },
};
const chosen: ChannelRule = { ...plain, more: { choice: { kind: 'set', of: [100, 200] } } };
const ranged: ChannelRule = { ...plain, more: { choice: { kind: 'range', from: 100, to: 300 } } };
const copied: ChannelRule = { ...plain, more: { upperScoreTimes: 50 } };

const codesOf = (details: unknown, rule: ChannelRule): string[] =>
  detailProblems(details, rule, RULES).map(({ code }) => code);

describe('what the rules ask of an adoption', () => {
  it('is nothing under the regulation', () => {
    expect(detailsAsked(plain, { extensions: null })).toEqual({});
    expect(codesOf({}, plain)).toEqual([]);
    expect(codesOf({ kind: 'research' }, plain)).toHaveLength(1);
  });

  it('is who rewrote the piece where the office has a share', () => {
    const rules = { extensions: { officeShare: 40 } };
    expect(detailsAsked(plain, rules)).toEqual({ rewrittenBy: true });
    expect(detailProblems({ rewrittenBy: 7 }, plain, rules)).toEqual([]);
    expect(detailProblems({ rewrittenBy: '7' }, plain, rules)).toHaveLength(1);
    expect(readDetails({ rewrittenBy: 7 })).toEqual({ rewrittenBy: 7 });
  });

  it('is a term where a case tells it apart, and of the terms those alone', () => {
    expect(detailsAsked(byKind, RULES)).toEqual({ kind: [EXTENSIONS.kinds[0]] });
    expect(codesOf({ kind: 'research' }, byKind)).toEqual([]);
    expect(codesOf({ kind: 'unused' }, byKind)).toHaveLength(1);
    expect(codesOf({ form: 'excerpt' }, byKind)).toHaveLength(1);
  });

  it.each([
    [chosen, 1, []],
    [chosen, 2, []],
    [chosen, 1.5, ['choice']],
    [chosen, -1, ['points']],
    [ranged, 1, []],
    [ranged, 2.25, []],
    [ranged, 3, []],
    [ranged, 3.01, ['range']],
    [ranged, 0.99, ['range']],
  ])('is points that may be chosen (%#)', (rule, points, codes) => {
    expect(codesOf({ points }, rule)).toEqual(codes);
  });

  it.each([null, [], 'three', 3, { points: 'two' }, { points: 1.005 }, { __proto__: null, x: 1 }])(
    'is not %p',
    (details) => {
      const problems = codesOf(details, chosen);
      expect(problems.length > 0).toBe(details !== null);
    }
  );

  it('may be open: what is told later', () => {
    expect(missingDetails(null, chosen, RULES)).toEqual(['points']);
    expect(missingDetails({ points: 1 }, chosen, RULES)).toEqual([]);
    expect(missingDetails({}, copied, RULES)).toEqual(['upperScore']);
    expect(missingDetails({}, byKind, RULES)).toEqual([]);
  });
});

describe('details for the arithmetic', () => {
  it('are in hundredths, with who chose', () => {
    expect(readDetails({ points: 1.5, chosenBy: '局办公室' })).toEqual({
      chosen: { amount: 150, by: '局办公室' },
    });
    expect(readDetails({ kind: 'research', length: 1200, upperScore: 3 })).toEqual({
      kind: 'research',
      length: 1200,
      upperScore: 300,
    });
  });

  it('are none where there is nothing that can be read', () => {
    for (const details of [null, undefined, {}, 'x', { points: 'many' }]) {
      expect(readDetails(details)).toBeNull();
    }
  });
});

describe('details of two adoptions', () => {
  it.each([
    [{ kind: 'research' }, { kind: 'news' }, true],
    [{ length: 10, kind: 'news' }, { length: 20 }, true],
    [{ kind: 'news' }, {}, false],
    [{ kind: 'news' }, null, false],
    [{ kind: 'news', form: 'brief' }, { kind: 'news', place: 'front' }, false],
    [{ upperScore: 100 }, { upperScore: 200 }, false],
    [{ rewrittenBy: 1 }, { rewrittenBy: 2 }, false],
  ])('as %j and %j tell them apart: %s', (one, other, apart) => {
    expect(tellApart(one, other)).toBe(apart);
    expect(tellApart(other, one)).toBe(apart);
  });
});
