import {
  stageOf,
  stepRefusals,
  stepWarnings,
  type ChainFacts,
  type ChainStep,
} from './adoption-chain';

const step = (values: Partial<ChainStep> = {}): ChainStep => ({
  channel: 'city.adopted',
  adoptedOn: '2026-03-05',
  organ: '市委办',
  reference: '〔2026〕3号',
  ...values,
});

const facts = (values: Partial<ChainFacts> = {}): ChainFacts => ({
  today: '2026-03-31',
  receivedOn: '2026-03-01',
  units: [{ name: '市图书馆', activeFrom: null, activeTo: null }],
  others: [],
  amount: 20_00,
  ...values,
});

const forwarded = step({ channel: 'city.forwarded', adoptedOn: '2026-03-03' });
const instruction = step({ channel: 'instruction', organ: '王市长', reference: null });

describe('a stage', () => {
  it.each([
    ['site.video', 'site'],
    ['city.forwarded', 'forwarded'],
    ['central.adopted', 'central'],
    ['commission.info', 'commission'],
    ['county.adopted', 'other'],
  ])('of %s is %s', (channel, stage) => expect(stageOf(channel)).toBe(stage));
});

describe('a step is refused', () => {
  const codesOf = (one: ChainStep, given: Partial<ChainFacts> = {}) =>
    stepRefusals(one, facts(given)).map(({ code }) => code);

  it('not where all is in order', () => expect(codesOf(step())).toEqual([]));

  it('when its day is to come, and no rule set is missed for it then', () =>
    expect(codesOf(step({ adoptedOn: '2026-04-01' }), { amount: null })).toEqual(['future']));

  it('when no rule set is in force on its day', () =>
    expect(codesOf(step(), { amount: null })).toEqual(['no-rule-set']));

  it('before a contributing unit was there', () => {
    const units = [{ name: '文旅中心', activeFrom: '2026-03-06', activeTo: null }];
    expect(stepRefusals(step(), facts({ units }))).toEqual([
      {
        code: 'unit-not-yet',
        field: 'adoptedOn',
        values: { name: '文旅中心', day: '2026-03-05', from: '2026-03-06' },
      },
    ]);
    expect(codesOf(step({ adoptedOn: '2026-03-06' }), { units })).toEqual([]);
  });

  it('as an instruction of nobody', () =>
    expect(codesOf({ ...instruction, organ: ' ' })).toEqual(['no-leader']));

  it('when it is there already, whatever blanks are around', () => {
    expect(codesOf(step(), { others: [step({ organ: ' 市委办 ' })] })).toEqual(['twin']);
    expect(codesOf(step(), { others: [step({ reference: null })] })).toEqual([]);
    expect(codesOf(step({ organ: null }), { others: [step({ organ: '' })] })).toEqual(['twin']);
  });

  it('as a second instruction of one leader, however the name is written', () => {
    const others = [{ ...instruction, organ: '王 市长', adoptedOn: '2026-02-01' }];
    expect(stepRefusals(instruction, facts({ others }))).toEqual([
      { code: 'same-leader', field: 'organ', values: { name: '王市长', day: '2026-02-01' } },
    ]);
    expect(codesOf({ ...instruction, organ: '李市长' }, { others })).toEqual([]);
  });
});

describe('a step is odd', () => {
  const codesOf = (one: ChainStep, given: Partial<ChainFacts> = {}, hasFile = false) =>
    stepWarnings(one, hasFile, facts(given)).map(({ code }) => code);

  it('when the city adopts what nobody forwarded, or forwarded only later', () => {
    expect(codesOf(step())).toEqual(['no-forwarding']);
    expect(codesOf(step(), { others: [forwarded] })).toEqual([]);
    const others = [{ ...forwarded, adoptedOn: '2026-03-06' }];
    expect(codesOf(step(), { others })).toEqual(['before-forwarding']);
    expect(codesOf(step({ channel: 'province.adopted' }))).toEqual([]);
  });

  it('when it is earlier than the piece', () => {
    const early = step({ channel: 'newsletter', adoptedOn: '2026-02-28' });
    expect(codesOf(early)).toEqual(['before-received']);
    expect(codesOf(early, { receivedOn: null })).toEqual([]);
  });

  it('when a unit has ended before', () => {
    const units = [{ name: '市京剧团', activeFrom: null, activeTo: '2026-03-04' }];
    expect(codesOf(step(), { units, others: [forwarded] })).toEqual(['unit-ended']);
    expect(codesOf(step({ adoptedOn: '2026-03-04' }), { units, others: [forwarded] })).toEqual([]);
  });

  it('when it earns a hundred points and shows nothing, or no file', () => {
    const bare = step({ channel: 'province.adopted', organ: null, reference: null });
    expect(codesOf(bare, { amount: 100_00 })).toEqual(['no-evidence']);
    expect(codesOf({ ...bare, organ: '省委办公厅' }, { amount: 100_00 })).toEqual(['no-scan']);
    expect(codesOf(bare, { amount: 100_00 }, true)).toEqual([]);
    expect(codesOf(bare, { amount: 99_99 })).toEqual([]);
  });
});
