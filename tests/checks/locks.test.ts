import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ADVISORY_LOCKS } from '../../src/common/database/advisory-locks';

const SOURCE = path.resolve(__dirname, '../../src');
const HOME = path.join('common', 'database', 'advisory-locks.ts');

/** Takes a lock by a number of its own. */
const NUMBERED = /\b7_2026_\d{4}\b|pg_(?:try_)?advisory_\w*lock\w*\(\s*\d/;

describe('the numbers of advisory locks', () => {
  it('stand for one lock each', () => {
    const numbers = Object.values(ADVISORY_LOCKS);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('stand in one file', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && NUMBERED.test(readFileSync(path.join(SOURCE, file), 'utf8'))
    );
    expect(files).toEqual([HOME]);
  });
});
