import { MANUAL_CHANNELS } from '../../../plugins/points/server/src/public';
import { addDays, dayOf, monthsUpTo } from '../calendar';
import { createRandom, type Random } from '../random';
import { inventOfficers, type DemoOfficer } from '../units';
import { planArticles, planNotices } from './articles';
import { inventEvidence, WITHDRAWAL_REASONS } from './evidence';
import { adoptionsFor, type Adopted } from './fates';
import { createTitles, planSubmissions } from './submissions';
import type { DemoEvent, PlannedAdoption, PlannedSubmission } from './types';

export * from './types';

/** How many months the demo covers, unless told. */
const MONTHS = 14;
const SHARE_WITHDRAWN = 0.06;

export interface DemoPlan {
  officers: DemoOfficer[];
  /** The day from which the regulation is in force: the first that the data covers. */
  firstDay: string;
  /** Oldest first; nothing lies after the day that the plan was made for. */
  events: DemoEvent[];
}

const adopt = (
  random: Random,
  submission: PlannedSubmission,
  { channel, after }: Adopted
): DemoEvent[] => {
  const at = addDays(submission.receivedAt, after);
  const adoption: PlannedAdoption = {
    submission,
    channel,
    ...inventEvidence(random, channel, at),
  };
  const recorded: DemoEvent = { kind: 'adopt', at, adoption };
  // An adoption on which others rest is not taken back.
  const rests = channel === 'city.forwarded' || channel === 'province.adopted';
  if (rests || !random.chance(SHARE_WITHDRAWN)) return [recorded];
  const reason = random.pick(WITHDRAWAL_REASONS);
  return [recorded, { kind: 'withdraw', at: addDays(at, random.integer(2, 20)), adoption, reason }];
};

/** Channels that chance left out are given to early items, so that every one is to be seen. */
const fillChannels = (
  random: Random,
  submissions: readonly PlannedSubmission[],
  events: readonly DemoEvent[]
): DemoEvent[] => {
  const seen = new Set(
    events.flatMap((event) => (event.kind === 'adopt' ? [event.adoption.channel] : []))
  );
  const early = submissions.slice(0, Math.ceil(submissions.length / 2));
  return MANUAL_CHANNELS.filter((channel) => !seen.has(channel)).map((channel) => {
    const submission = random.pick(early);
    const at = addDays(submission.receivedAt, 20);
    const adoption = { submission, channel, ...inventEvidence(random, channel, at) };
    return { kind: 'adopt', at, adoption };
  });
};

const inOrder = (events: readonly DemoEvent[], until: Date): DemoEvent[] =>
  events.filter(({ at }) => at < until).sort((one, other) => one.at.getTime() - other.at.getTime());

/**
 * Invented work of the last months up to `until`: the same for the same seed and day. What would
 * happen after `until` is left out, as if it were still to come.
 */
export const planDemo = (seed: number, until: Date, count = MONTHS): DemoPlan => {
  const random = createRandom(seed);
  const officers = inventOfficers(random.fork('officers'));
  const months = monthsUpTo(dayOf(until), count);
  const titles = createTitles();
  const submissions = months.flatMap((month) =>
    planSubmissions(random.fork(month), month, until, officers, titles)
  );
  const events = submissions.flatMap((submission, number): DemoEvent[] => {
    const own = random.fork(`submission ${number}`);
    return [
      { kind: 'receive', at: submission.receivedAt, submission },
      ...planArticles(own.fork('articles'), submission, number),
      ...adoptionsFor(own, submission.category).flatMap((adopted) =>
        adopt(own, submission, adopted)
      ),
    ];
  });
  const filled = fillChannels(random.fork('channels'), submissions, events);
  const days = submissions.map(({ receivedAt }) => receivedAt);
  const notices = planNotices(random.fork('notices'), days, submissions.length);
  return {
    officers,
    firstDay: `${months[0]}-01`,
    events: inOrder([...events, ...filled, ...notices], until),
  };
};
