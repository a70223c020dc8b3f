import { missingFrom, typedFields } from './typed-texts';

const blocks = (...lines: string[]) =>
  lines.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

describe('what was typed and not saved', () => {
  it('is the words that are others than those saved', () => {
    const saved = { title: '题目', text: '旧', body: blocks('一'), units: { connect: [] } };
    const typed = { ...saved, text: '新', body: blocks('一', '二'), units: { connect: [1] } };
    expect(typedFields(saved, saved)).toEqual([]);
    expect(typedFields(typed, saved)).toEqual([
      { name: 'text', value: '新', text: '新' },
      { name: 'body', value: typed.body, text: '一\n二' },
    ]);
    expect(typedFields({ ...saved, text: null }, saved)).toEqual([]);
  });

  it('is missing from a form until it says so again', () => {
    const kept = typedFields({ text: '新' }, { text: '旧' });
    expect(missingFrom(kept, { text: '旧' })).toEqual(kept);
    expect(missingFrom(kept, { text: '新' })).toEqual([]);
  });
});
