import { CHANNELS, channelOf, type Channel } from '../../../plugins/points/server/src/public';
import { dayOf } from '../calendar';
import { UNITS } from '../units';
import { planDemo, type DemoEvent, type DemoPlan } from '.';

const UNTIL = new Date('2026-11-24T07:00:00Z');

const channelsOf = (event: DemoEvent): Channel[] => {
  if (event.kind === 'adopt') return [event.adoption.channel];
  if (event.kind !== 'publish' || !event.article.submission) return [];
  return event.article.placement ? [channelOf(event.article.placement)] : [];
};

const ofKind = <K extends DemoEvent['kind']>(plan: DemoPlan, kind: K) =>
  plan.events.filter((event): event is Extract<DemoEvent, { kind: K }> => event.kind === kind);

describe('demo plan', () => {
  const plan = planDemo(2026, UNTIL);

  it('is the same for the same seed and day, and another for another seed', () => {
    expect(planDemo(2026, UNTIL)).toEqual(plan);
    expect(planDemo(2027, UNTIL).events).not.toEqual(plan.events);
  });

  it('covers fourteen months and nothing after its end, in order', () => {
    expect(plan.firstDay).toBe('2025-10-01');
    const moments = plan.events.map(({ at }) => at.getTime());
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
    expect(Math.max(...moments)).toBeLessThan(UNTIL.getTime());
    const months = new Set(plan.events.map(({ at }) => dayOf(at).slice(0, 7)));
    expect(months.size).toBe(14);
  });

  it.each([1, 2026, 99])('uses every channel (seed %i)', (seed) => {
    const seen = new Set(planDemo(seed, UNTIL).events.flatMap(channelsOf));
    expect([...seen].sort()).toEqual([...CHANNELS].sort());
  });

  it('has units of both kinds with two or three officers each, no two of a name', () => {
    expect(UNITS.filter(({ kind }) => kind === 'institution')).toHaveLength(12);
    expect(UNITS.filter(({ kind }) => kind === 'department')).toHaveLength(8);
    for (const { code } of UNITS) {
      const own = plan.officers.filter(({ unit }) => unit === code);
      expect([2, 3]).toContain(own.length);
    }
    expect(new Set(plan.officers.map(({ name }) => name)).size).toBe(plan.officers.length);
  });

  it('has joint items, withdrawals, moved, unpublished and unfinished entries', () => {
    const received = ofKind(plan, 'receive').map(({ submission }) => submission);
    expect(received.length).toBeGreaterThan(400);
    const sizes = new Set(received.map(({ contributions }) => contributions.length));
    expect([...sizes].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(ofKind(plan, 'publish').length).toBeGreaterThan(250);
    expect(ofKind(plan, 'withdraw').length).toBeGreaterThan(3);
    expect(ofKind(plan, 'move').length).toBeGreaterThan(3);
    expect(ofKind(plan, 'unpublish').length).toBeGreaterThan(3);
    const published = new Set(ofKind(plan, 'publish').map(({ article }) => article));
    const unfinished = ofKind(plan, 'draft').filter(({ article }) => !published.has(article));
    expect(unfinished.length).toBeGreaterThan(5);
    expect(unfinished.some(({ article }) => !article.submission)).toBe(true);
  });

  it('names officers of the contributing unit only', () => {
    for (const { submission } of ofKind(plan, 'receive')) {
      for (const { unit, officers } of submission.contributions) {
        expect(officers.every((officer) => officer.unit === unit)).toBe(true);
      }
    }
  });

  it('gives no title twice', () => {
    const titles = ofKind(plan, 'receive').map(({ submission }) => submission.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
