import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EVENTS, FAULTS, STATES } from '../../domain/vocabulary';
import enServer from '../../server/src/translations/en.json';
import zhHansServer from '../../server/src/translations/zh-Hans.json';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';

const keysOf = (messages: object): string[] => Object.keys(messages).sort();

const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

/** Keys that the screens name in so many letters. */
const used = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') || file === 'index.ts')
  .flatMap((file) => [
    ...readFileSync(path.join(__dirname, file), 'utf8').matchAll(/(?:say|trId)\(\s*'([^']+)'/g),
  ])
  .map(([, key = '']) => key);

describe('the texts of the outbox', () => {
  it('are there in both languages, on both sides', () => {
    expect(keysOf(zhHans)).toEqual(keysOf(en));
    expect(keysOf(zhHansServer)).toEqual(keysOf(enServer));
  });

  it('are there for every key that the screens name, and for every state, event and fault', () => {
    expect(used.length).toBeGreaterThan(20);
    const named = [
      ...used,
      ...STATES.map((state) => `state.${state}`),
      ...EVENTS.map((event) => `event.${event}`),
    ];
    expect(named.filter((key) => !(key in en))).toEqual([]);
    expect(FAULTS.filter((fault) => !(`fault.${fault}` in enServer))).toEqual([]);
  });

  it('take the same values', () => {
    // A plural of English has a name for each number, where Chinese has none.
    for (const [key, text] of Object.entries(zhHans)) {
      const english = argumentsOf(en[key as keyof typeof en]);
      expect([key, argumentsOf(text).filter((name) => !english.includes(name))]).toEqual([key, []]);
    }
    for (const [key, text] of Object.entries(zhHansServer)) {
      const english = enServer[key as keyof typeof enServer];
      expect([key, argumentsOf(text)]).toEqual([key, argumentsOf(english)]);
    }
  });
});
