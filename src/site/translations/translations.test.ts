import en from './en.json';
import zhHans from './zh-Hans.json';

const argumentsOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('the sentences of the site', () => {
  it('are the same in both languages, in their order', () => {
    expect(Object.keys(zhHans)).toEqual(Object.keys(en));
  });

  it.each(Object.entries(zhHans))('%s takes the same arguments in both', (key, text) => {
    expect(argumentsOf(text)).toEqual(argumentsOf(en[key as keyof typeof en]));
  });
});
