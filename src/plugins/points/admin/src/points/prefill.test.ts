import { prefillOf, toPrefilled, type Prefill } from './prefill';

const PREFILL: Prefill = {
  model: 'plugin::points.adoption',
  tie: { field: 'submission', uid: 'plugin::points.submission', documentId: 'abc' },
  values: { channel: 'newsletter' },
};

describe('a form that is opened filled in', () => {
  it('gets what its link brought', () => {
    const { to, state } = toPrefilled(PREFILL);
    expect(to).toBe('/content-manager/collection-types/plugin::points.adoption/create');
    expect(prefillOf(state, PREFILL.model)).toEqual(PREFILL);
  });

  it('gets nothing that is another form’s', () => {
    expect(prefillOf({ prefill: PREFILL }, 'plugin::points.submission')).toBeNull();
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { prefill: null },
    { prefill: { model: PREFILL.model } },
    { prefill: { ...PREFILL, tie: { field: 'submission' } } },
    { prefill: { ...PREFILL, values: { channel: 7 } } },
  ])('gets nothing of %j', (state) => {
    expect(prefillOf(state, PREFILL.model)).toBeNull();
  });
});
