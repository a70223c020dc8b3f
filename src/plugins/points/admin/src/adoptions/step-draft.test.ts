import {
  bodyOf,
  firstSteps,
  judgedBy,
  missingIn,
  withStep,
  wholeSteps,
  type StepDraft,
} from './step-draft';

const draft = (values: Partial<StepDraft> = {}): StepDraft => ({
  ...{ key: 0, channel: 'newsletter', isInstruction: false, adoptedOn: '2026-03-02' },
  ...{ asks: {}, details: {}, organ: '', reference: '', words: '', evidence: [] },
  ...values,
});

it('begins with one step, and tells those that follow apart', () => {
  const [first] = firstSteps();
  expect(first).toMatchObject({ key: 0, channel: null });
  const more = withStep(withStep(firstSteps()).slice(1));
  expect(new Set(more.map(({ key }) => key)).size).toBe(2);
});

it('wants a channel, a day, and the leader of an instruction', () => {
  expect([...missingIn(draft({ channel: null, adoptedOn: '' }))]).toEqual(['channel', 'adoptedOn']);
  const channels = [{ channel: 'instruction' as const, isInstruction: true as const }];
  const instruction = judgedBy(channels, draft({ channel: 'instruction', organ: ' ' }));
  expect([...missingIn(instruction)]).toEqual(['organ']);
  expect(missingIn(draft()).size).toBe(0);
});

it('asks about what is filled in', () => {
  const drafts = [
    draft({ organ: ' 市委办 ', evidence: [{ id: 7, name: 'a.pdf' }] }),
    draft({ channel: null }),
  ];
  expect(wholeSteps(drafts)).toHaveLength(1);
  expect(bodyOf('piece', drafts)).toEqual({
    submission: 'piece',
    steps: [{ channel: 'newsletter', adoptedOn: '2026-03-02', organ: '市委办', evidence: [7] }],
  });
  expect(bodyOf('piece', [draft({ channel: null })])).toBeNull();
});

it('tells the details that are asked, and keeps what was typed of others', () => {
  const points = { kind: 'set' as const, of: [100, 200] };
  const channels = [{ channel: 'own.paper' as const, asks: { length: true as const, points } }];
  const details = { kind: 'research', length: ' 1200 ', points: '2.00' };
  const asked = judgedBy(channels, draft({ channel: 'own.paper', details }));
  expect(bodyOf('piece', [asked])?.steps[0]).toMatchObject({
    details: { length: 1200, points: '2.00' },
  });
  const other = judgedBy(channels, { ...asked, channel: 'newsletter' });
  expect(other.details).toEqual(details);
  expect(bodyOf('piece', [other])?.steps[0]).not.toHaveProperty('details');
  const shared = judgedBy(
    [{ channel: 'own.paper' as const, asks: { rewrittenBy: true as const } }],
    draft({ channel: 'own.paper', details: { ...details, rewrittenBy: 'unit' } })
  );
  expect(bodyOf('piece', [shared])?.steps[0]?.details).toEqual({ rewrittenBy: 'unit' });
  const badLength = { ...asked, details: { length: 'long' } };
  expect(bodyOf('piece', [badLength])?.steps[0]?.details).toEqual({ length: 'long' });
});
