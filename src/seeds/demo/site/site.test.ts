import { addDays, dayOf } from '../calendar';
import { publishColumns } from './columns';
import type { Stage } from './stage';

const UNTIL = new Date('2026-03-20T08:00:00Z');

interface Entry {
  uid: string;
  at: Date;
  data: Record<string, unknown>;
}

/** A stage that keeps what is published on it: the site's content without a database. */
const record = async (): Promise<Entry[]> => {
  const entries: Entry[] = [];
  const daysBefore = (days: number): Date => addDays(UNTIL, -days);
  const stage: Stage = {
    until: UNTIL,
    column: (code) => `column ${code}`,
    unit: (code) => `unit ${code}`,
    picture: (_scene, number) => number,
    film: (number) => number,
    file: (name) => name.length,
    daysBefore,
    dayBefore: (days) => dayOf(daysBefore(days)),
    publish: (uid, at, data) => {
      entries.push({ uid, at, data });
      return Promise.resolve(`${uid} ${entries.length}`);
    },
  };
  await publishColumns(stage);
  return entries;
};

describe('content of the site’s columns', () => {
  it('is the same each time', async () => {
    expect(await record()).toEqual(await record());
  });

  it('is never published after the end of the story', async () => {
    const entries = await record();
    expect(entries.length).toBeGreaterThan(200);
    expect(entries.filter(({ at }) => at >= UNTIL)).toEqual([]);
  });

  it('names no two entries of a type alike', async () => {
    const names = (await record()).map(
      ({ uid, data }) => `${uid} ${String(data.title ?? data.name)}`
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
