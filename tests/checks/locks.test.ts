import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.resolve(__dirname, '../../src');

/** Advisory locks share one space in a database; ours are all written so. */
const NUMBER = /\b7_2026_\d{4}\b/g;

const lockNumbers = (): string[] =>
  readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(path.join(SOURCE, file), 'utf8').match(NUMBER) ?? []);

describe('the numbers of advisory locks', () => {
  it('stand for one lock each', () => {
    const numbers = lockNumbers();
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  });
});
