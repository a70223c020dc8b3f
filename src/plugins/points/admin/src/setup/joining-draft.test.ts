import { firstDraft, joiningOf, missingOf, unitOf } from './joining-draft';

const UNITS = [
  { documentId: 'a', code: 'A', name: '甲', kind: 'institution' as const, officers: [] },
  {
    ...{ documentId: 'b', code: 'B', name: '乙', kind: 'department' as const },
    officers: [{ documentId: 'm', name: '李静' }],
  },
];

describe('somebody who is being filled in', () => {
  it('needs a unit and a name', () => {
    const draft = firstDraft({});
    expect([...missingOf(draft)]).toEqual(['unit', 'name']);
    expect(missingOf({ ...draft, unit: 'a', name: '李静' }).size).toBe(0);
  });

  it('is known where a page leads here from a record', () => {
    const known = { member: 'm', name: '李静', position: 'leader' };
    const draft = firstDraft(known);
    expect(draft).toMatchObject({ name: '李静', position: 'leader', unit: '' });
    expect(unitOf(draft, known, UNITS)).toBe('b');
    expect(unitOf({ ...draft, unit: 'a' }, known, UNITS)).toBe('a');
    expect(unitOf(draft, { member: 'x' }, UNITS)).toBe('');
    expect(firstDraft({ name: ['x'], position: 'office' })).toMatchObject({
      ...{ name: '', position: 'officer' },
    });
  });

  it('is sent without blanks, and mailed only with an address', () => {
    const draft = { ...firstDraft({ name: ' 李静 ' }), unit: 'a', sendMail: true };
    expect(joiningOf(draft)).toEqual({
      ...{ unit: 'a', position: 'officer', name: '李静', mail: null, activeFrom: null },
      sendMail: false,
    });
  });
});
