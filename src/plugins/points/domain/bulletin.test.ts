import {
  bulletinText,
  fingerprintOf,
  nextToSeal,
  sealRefusal,
  type BulletinFacts,
} from './bulletin';

const HASH = 'ab'.repeat(32);
const FACTS: BulletinFacts = {
  month: '2026-03',
  sealedAt: '2026-04-02T01:00:00.000Z',
  sealedBy: '张三',
  previous: null,
  ledger: { sequence: 12, hash: HASH },
  standings: { sha256: '1'.repeat(64), sm3: '2'.repeat(64) },
  postings: { sha256: '3'.repeat(64), sm3: '4'.repeat(64) },
  annexes: null,
};
const ANNEXES = { sha256: '5'.repeat(64), sm3: '6'.repeat(64) };

describe('the text of a bulletin', () => {
  it('is what the documentation shows', () => {
    expect(bulletinText(FACTS)).toBe(
      `{"ledger":{"hash":"${HASH}","sequence":12},"month":"2026-03",` +
        `"postings":{"sha256":"${'3'.repeat(64)}","sm3":"${'4'.repeat(64)}"},"previous":null,` +
        '"sealedAt":"2026-04-02T01:00:00.000Z","sealedBy":"张三",' +
        `"standings":{"sha256":"${'1'.repeat(64)}","sm3":"${'2'.repeat(64)}"}}`
    );
  });

  it('names annexes where there are any, and is otherwise what it was before them', () => {
    expect(bulletinText({ ...FACTS, annexes: ANNEXES })).toBe(
      `{"annexes":{"sha256":"${ANNEXES.sha256}","sm3":"${ANNEXES.sm3}"},` +
        bulletinText(FACTS).slice(1)
    );
  });

  it('leaves out nothing that it is given', () => {
    const texts = [
      FACTS,
      { ...FACTS, month: '2026-04' },
      { ...FACTS, sealedAt: '2026-04-02T01:00:00.001Z' },
      { ...FACTS, sealedBy: '李四' },
      { ...FACTS, previous: HASH },
      { ...FACTS, ledger: { sequence: 13, hash: HASH } },
      { ...FACTS, ledger: { sequence: 12, hash: '0'.repeat(64) } },
      { ...FACTS, standings: { ...FACTS.standings, sm3: HASH } },
      { ...FACTS, postings: { ...FACTS.postings, sha256: HASH } },
      { ...FACTS, annexes: ANNEXES },
      { ...FACTS, annexes: { ...ANNEXES, sm3: HASH } },
    ].map(bulletinText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('a fingerprint', () => {
  it('is short enough to be read out', () => {
    expect(fingerprintOf('3f2a90bc11d47e05ffff')).toBe('3f2a-90bc-11d4-7e05');
  });
});

describe('which month can be sealed', () => {
  it.each([
    // month, now, first open, earliest, why not
    ['2026-03', '2026-04', null, '2026-03', null],
    ['2026-03', '2026-03', null, '2026-03', 'not-over'],
    ['2026-05', '2026-04', null, '2026-03', 'not-over'],
    ['2026-04', '2026-06', null, '2026-03', 'not-next'],
    ['2026-02', '2026-06', null, '2026-03', 'not-next'],
    ['2026-04', '2026-06', '2026-04', '2026-01', null],
    ['2026-05', '2026-06', '2026-04', '2026-01', 'not-next'],
    ['2026-03', '2026-06', '2026-04', '2026-01', 'sealed'],
    ['2026-05', '2026-06', null, null, null],
    ['2026-04', '2026-06', null, null, 'not-next'],
    // A clock that was set back: what is sealed stays so.
    ['2026-04', '2026-02', '2026-05', '2026-01', 'sealed'],
    ['2026-05', '2026-02', '2026-05', '2026-01', 'not-over'],
    // The last December goes before January.
    ['2026-12', '2027-01', '2026-12', '2026-01', null],
  ] as const)('%s in %s, open from %s, with anything since %s: %s', (...row) => {
    const [month, current, firstOpen, earliest, refusal] = row;
    expect(sealRefusal(month, { current, firstOpen, earliest })).toBe(refusal);
  });

  it('is the first with anything in it, where that is over', () => {
    const none = { current: '2026-04', firstOpen: null };
    expect(nextToSeal({ ...none, earliest: '2026-01' })).toBe('2026-01');
    expect(nextToSeal({ ...none, earliest: '2026-04' })).toBe('2026-03');
  });
});
