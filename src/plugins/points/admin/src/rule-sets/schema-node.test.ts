import { chosenOf, emptyValue, schemaNode } from './schema-node';
import { channelFields, extensionFields, policyFields } from './rule-set-nodes';

const fieldOf = (fields: typeof extensionFields, name: string) =>
  fields.find((each) => each.name === name)?.node;

describe('the form that a schema gives', () => {
  it('knows every field of a channel', () => {
    expect(channelFields.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual([
      'channel',
      'points',
      'level',
      'clause',
      'sentence',
    ]);
    expect(fieldOf(channelFields, 'points')).toEqual({ kind: 'decimal' });
    expect(fieldOf(channelFields, 'channel')).toMatchObject({ kind: 'text', isLong: false });
  });

  it('lets policies be chosen', () => {
    expect(fieldOf(policyFields, 'combine')).toMatchObject({ kind: 'choice' });
  });

  it('draws a quota with its kinds of effect', () => {
    const quotas = fieldOf(extensionFields, 'quotas');
    const quota = quotas?.kind === 'list' && quotas.item.kind === 'record' ? quotas.item : null;
    const effect = fieldOf(quota?.fields ?? [], 'effect');
    expect(effect?.kind === 'variants' && effect.of.map(({ name }) => name)).toContain('steps');
    expect(emptyValue(quotas ?? { kind: 'flag' })).toEqual([
      expect.objectContaining({
        clause: '',
        effect: expect.objectContaining({ kind: 'steps' }) as object,
      }),
    ]);
  });

  it('tells a number from a range by what stands there', () => {
    const node = schemaNode({
      anyOf: [
        { anyOf: [{ type: 'number' }, { type: 'string' }] },
        { type: 'object', properties: {}, required: [] },
      ],
    });
    if (node.kind !== 'either') throw new Error(node.kind);
    expect([chosenOf(node, '3'), chosenOf(node, { from: 1 })]).toEqual([0, 1]);
  });
});
