import {
  bodyOf,
  emptyUnit,
  missingIn,
  withOfficer,
  withOneMore,
  type UnitDraft,
} from './unit-draft';

const draft = (values: Partial<UnitDraft> = {}): UnitDraft => ({
  ...emptyUnit(),
  ...{ name: ' 市博物馆 ', code: 'J01', kind: 'institution' },
  ...values,
});

describe('a unit that is being filled in', () => {
  it('lacks its name, code and kind at first', () => {
    expect([...missingIn(emptyUnit())]).toEqual(['name', 'code', 'kind']);
    expect(missingIn(draft()).size).toBe(0);
    expect([...missingIn(draft({ name: ' ' }))]).toEqual(['name']);
  });

  it('sends nobody who is not filled in', () => {
    expect(bodyOf(draft())).toEqual({
      ...{ name: '市博物馆', code: 'J01', kind: 'institution', signOff: false, activeFrom: null },
      ...{ officers: [], leader: null, head: null, sendMail: false },
    });
  });

  it('sends who is filled in, also half', () => {
    const filled = withOfficer(withOneMore(draft()), 0, { name: ' 王小明 ', mail: 'w@b.test ' });
    expect(bodyOf({ ...filled, leader: { name: '', mail: 'g@b.test' } })).toMatchObject({
      officers: [{ name: '王小明', mail: 'w@b.test' }],
      leader: { name: '', mail: 'g@b.test' },
    });
  });

  it('says who heads the unit', () => {
    const head = { name: '顾明远', mail: '' };
    expect(bodyOf(draft({ headIs: 'named', head })).head).toEqual({ name: '顾明远', mail: null });
    expect(bodyOf(draft({ headIs: 'leader', head })).head).toEqual({ is: 'leader' });
  });
});
