import fc from 'fast-check';
import { isAddress, oneLine } from './header-text';

describe('isAddress', () => {
  it.each(['a@b.cn', 'wang.xiao-ming+news@mail.example.gov.cn', "o'neil@example.com"])(
    'takes %s',
    (address) => {
      expect(isAddress(address)).toBe(true);
    }
  );

  it.each([
    ...['', 'a', 'a@', '@b.cn', 'a@b', 'a b@c.cn', 'a@b..cn', '.a@b.cn', 'a@-b.cn', '张三@b.cn'],
    ...['a@b.cn, c@d.cn', 'A <a@b.cn>', 'a@b.cn\r\nBcc: c@d.cn', 'a@b.cn\n', '"a b"@c.cn'],
    ...[`${'a'.repeat(65)}@b.cn`, `a@${'b'.repeat(60)}.${'c.'.repeat(110)}cn`],
  ])('refuses %j', (address) => {
    expect(isAddress(address)).toBe(false);
  });
});

describe('oneLine', () => {
  it.each([
    ['关于 3 月通报的通知', '关于 3 月通报的通知'],
    ['a\r\nBcc: c@d.cn', 'a Bcc: c@d.cn'],
    ['  a \t b\u2028c\u0000d ', 'a b c d'],
    ['报告\u202egpj.exe', '报告 gpj.exe'],
    ['\ud83d半', '\ufffd半'],
    ['𠮷野家', '𠮷野家'],
  ])('%j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('cuts no letter in half', () => {
    expect(oneLine('𠮷'.repeat(4), 5)).toBe('𠮷𠮷');
  });

  it('can end no header, whatever it is made of', () => {
    const signs = fc.constantFrom(
      '\r',
      '\n',
      '\u0085',
      '\u2028',
      '\0',
      ' ',
      'a',
      ':',
      '中',
      '\ud83d'
    );
    fc.assert(
      fc.property(fc.array(signs), fc.string({ unit: 'binary' }), (parts, rest) => {
        const line = oneLine(parts.join('') + rest);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(line).not.toMatch(/\p{Surrogate}/u);
        expect(oneLine(line)).toBe(line);
      })
    );
  });
});
