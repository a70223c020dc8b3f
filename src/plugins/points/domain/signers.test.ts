import { describeSigners } from './signers';

describe('who signed', () => {
  it('is named', () => {
    expect(describeSigners([])).toBe('');
    expect(describeSigners(['张三', '李四'])).toBe('张三、李四');
  });

  it('is named as far as there is room, with how many signed', () => {
    const names = Array.from({ length: 20 }, (_, index) => `分管领导${index + 10}`);
    const line = describeSigners(names);
    expect(line).toBe(`${names.slice(0, 8).join('、')}等20人`);
    expect(line.length).toBeLessThanOrEqual(60);
  });

  it.each([[['长'.repeat(61)]], [['长'.repeat(60), '李四']], [['长'.repeat(59), '李四']]])(
    'fits the schema whatever the names: %#',
    (names) => {
      expect(describeSigners(names).length).toBeLessThanOrEqual(60);
    }
  );
});
