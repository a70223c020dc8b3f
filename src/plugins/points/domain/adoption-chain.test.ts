import { regulation } from './__fixtures__/regulation';
import {
  stageOf,
  stepRefusals,
  stepWarnings,
  type ChainFacts,
  type ChainStep,
} from './adoption-chain';
import type { ChannelRule } from './rule-set';

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
  ruleSet: regulation(),
  ...values,
});

/** Rules of one channel alone. */
const only = (
  rule: Pick<ChannelRule, 'channel'> & Partial<ChannelRule>
): ChainFacts['ruleSet'] => ({
  rules: new Map([[rule.channel, { amount: 100, level: 'extra', clause: '三', ...rule }]]),
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
  const codesOf = (one: ChainStep, given: Partial<ChainFacts> = {}, hasFile = false) =>
    stepRefusals(one, hasFile, facts(given)).map(({ code }) => code);

  it('not where all is in order', () => expect(codesOf(step())).toEqual([]));

  it('when its day is to come, and no rule set is missed for it then', () =>
    expect(codesOf(step({ adoptedOn: '2026-04-01' }), { ruleSet: null })).toEqual(['future']));

  it('when no rule set is in force on its day', () =>
    expect(codesOf(step(), { ruleSet: null })).toEqual(['no-rule-set']));

  it.each([
    ['radio', 'no-channel'],
    ['own.journal', 'no-channel'],
    ['site.video', 'published'],
  ])('through %s as %s by the regulation', (channel, code) =>
    expect(stepRefusals(step({ channel }), false, facts())).toEqual([
      { code, field: 'channel', values: { day: '2026-03-05', value: channel } },
    ])
  );

  it('where the rules of its day do not let a hand record its channel', () => {
    const own = step({ channel: 'own.journal' });
    const published = { recorded: 'publishing', placement: 'picture' } as const;
    expect(codesOf(own, { ruleSet: only({ channel: 'own.journal' }) })).toEqual([]);
    expect(codesOf(step(), { ruleSet: only({ channel: 'own.journal' }) })).toEqual(['no-channel']);
    expect(codesOf(own, { ruleSet: only({ channel: 'own.journal', more: published }) })).toEqual([
      'published',
    ]);
  });

  it('as an instruction that the rules bring along, of nobody or twice of one', () => {
    const ruleSet = only({ channel: 'own.note', more: { kind: 'instruction' } });
    const note = step({ channel: 'own.note', organ: '李县长' });
    expect(codesOf({ ...note, organ: null }, { ruleSet })).toEqual(['no-leader']);
    const others = [{ ...note, adoptedOn: '2026-03-01' }];
    expect(codesOf(note, { ruleSet, others })).toEqual(['same-leader']);
  });

  it('where the rules of its day want it shown, and nothing shows it', () => {
    const ruleSet = only({ channel: 'own.journal', more: { evidence: 'required' } });
    const bare = step({ channel: 'own.journal', organ: ' ', reference: null });
    expect(codesOf(bare, { ruleSet })).toEqual(['evidence-required']);
    expect(codesOf(bare, { ruleSet }, true)).toEqual([]);
    expect(codesOf({ ...bare, organ: '县委办' }, { ruleSet })).toEqual([]);
    expect(codesOf({ ...bare, reference: '第3期' }, { ruleSet })).toEqual([]);
  });

  it('before a contributing unit was there', () => {
    const units = [{ name: '文旅中心', activeFrom: '2026-03-06', activeTo: null }];
    expect(stepRefusals(step(), false, facts({ units }))).toEqual([
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
    expect(stepRefusals(instruction, false, facts({ others }))).toEqual([
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
    expect(codesOf(step({ channel: 'province.adopted' }), {}, true)).toEqual([]);
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
    expect(
      codesOf(bare, { ruleSet: only({ channel: 'province.adopted', amount: 100_00 }) })
    ).toEqual(['no-evidence']);
    expect(
      codesOf(
        { ...bare, organ: '省委办公厅' },
        { ruleSet: only({ channel: 'province.adopted', amount: 100_00 }) }
      )
    ).toEqual(['no-scan']);
    expect(
      codesOf(bare, { ruleSet: only({ channel: 'province.adopted', amount: 100_00 }) }, true)
    ).toEqual([]);
    expect(
      codesOf(bare, { ruleSet: only({ channel: 'province.adopted', amount: 99_99 }) })
    ).toEqual([]);
  });

  it('when the rules ask for what shows it, however little it earns, and not where they do not', () => {
    const bare = step({ channel: 'own.journal', organ: null, reference: null });
    const ruled = (evidence: 'none' | 'wanted' | 'required', amount = 100) => ({
      ruleSet: only({ channel: 'own.journal', amount, more: { evidence } }),
    });
    expect(codesOf(bare, ruled('wanted'))).toEqual(['no-evidence']);
    expect(codesOf({ ...bare, organ: '县委办' }, ruled('wanted'))).toEqual(['no-scan']);
    expect(codesOf(bare, ruled('wanted'), true)).toEqual([]);
    expect(codesOf(bare, ruled('none', 100_00))).toEqual([]);
    expect(codesOf(bare, ruled('required'))).toEqual([]);
  });
});
