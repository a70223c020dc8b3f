import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CATEGORIES, CHANNELS, PLACEMENTS, UNIT_KINDS } from '../../../shared/contracts';
import enNames from '../translations/content-manager/en.json';
import zhHansNames from '../translations/content-manager/zh-Hans.json';
import enReport from '../../../shared/translations/en.json';
import zhHansReport from '../../../shared/translations/zh-Hans.json';
import enOwn from '../translations/en.json';
import zhHansOwn from '../translations/zh-Hans.json';

const en = { ...enOwn, ...enReport };
const zhHans = { ...zhHansOwn, ...zhHansReport };

const SOURCES = path.join(__dirname, '..');

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(SOURCES, file), 'utf8'));

const used = sources.flatMap((text) =>
  [...text.matchAll(/trId\(\s*'([^']+)'/g)].map(([, key]) => key ?? '')
);

/**
 * The names of a message's arguments. A brace opens an argument, then a case of it, then an argument
 * again, as deep as it goes.
 */
const argumentsOf = (message: string): string[] => {
  const names = new Set<string>();
  let depth = 0;
  for (const { 0: brace, index } of message.matchAll(/[{}]/g)) {
    if (brace === '}') depth -= 1;
    if (brace !== '{') continue;
    if (depth % 2 === 0) names.add(/^\w+/.exec(message.slice(index + 1))?.[0] ?? '');
    depth += 1;
  }
  return [...names].sort();
};

describe('the texts', () => {
  it('are the same in both languages, in their order', () => {
    expect(Object.keys(zhHans)).toEqual(Object.keys(en));
    expect(Object.keys(zhHansNames).sort()).toEqual(Object.keys(enNames).sort());
  });

  it('are those of the screens or those that the report shares with its files', () => {
    expect(Object.keys(enOwn).filter((key) => key in enReport)).toEqual([]);
  });

  it('take the same arguments in both languages', () => {
    const taken = (messages: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(messages).map(([key, message]) => [key, argumentsOf(message)])
      );
    expect(taken(zhHans)).toEqual(taken(en));
  });

  it('have every key that the screens name', () => {
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((key) => !(key in en))).toEqual([]);
  });

  it.each([...CATEGORIES, ...CHANNELS, ...PLACEMENTS, ...UNIT_KINDS])(
    'name the choice %s',
    (value) => {
      expect(en).toHaveProperty([`choice.${value}`]);
      expect(zhHans).toHaveProperty([`choice.${value}`]);
    }
  );

  it.each(CHANNELS)('name the column %s', (channel) => {
    expect(en).toHaveProperty([`report.channel.${channel}`]);
  });
});
