import type Fraction from 'fraction.js';
import { rank } from './standings';

/**
 * What the system proposes for the year's awards (表彰奖励, §八.3), and why: by points within a quota. It
 * only proposes. Website base content (网站基础内容建设, §七 note) is looked at beside the points and earns
 * none, so that a note on it weighs nothing here; what rules somebody out is a veto, entered by hand.
 */

/** Who may be proposed. */
export interface Contender {
  points: Fraction;
  /** Items adopted. */
  items: number;
  /** Why it is ruled out (一票否决); `null` when it is not. */
  veto: string | null;
}

export interface AwardRule {
  quota: number;
  /** With fewer items a score does not do. */
  leastItems: number;
}

/** `tie`: equal points reach over the edge of the quota, and the leaders decide. */
export type Verdict = 'proposed' | 'tie' | 'not';

/** Why, or why not. `moved-up`: a place within the quota fell to it, for who stands ahead is hindered. */
export type ProposalReason =
  'within-quota' | 'moved-up' | 'tie-at-edge' | 'behind-quota' | 'few-items' | 'no-points' | 'veto';

/** A contender with its place among all, and what is proposed of it. */
export type Proposal<Row> = Row & { rank: number; verdict: Verdict; reason: ProposalReason };

const hindranceOf = (
  { items, points, veto }: Contender,
  { leastItems }: AwardRule
): ProposalReason | null => {
  if (veto !== null) return 'veto';
  if (points.n === 0n || points.s < 0n) return 'no-points';
  return items < leastItems ? 'few-items' : null;
};

const judged = <Row>(
  row: Row & { rank: number },
  verdict: Verdict,
  reason: ProposalReason
): Proposal<Row> => ({ ...row, verdict, reason });

/**
 * What is proposed of every contender, most points first. Whoever is hindered takes no place of the
 * quota. Equal points that only in part fit into it are all ties at the edge.
 */
export const proposalsOf = <Row extends Contender>(
  contenders: readonly Row[],
  rule: AwardRule
): Array<Proposal<Row>> => {
  const ranked = rank(contenders);
  const eligible = ranked.filter((row) => hindranceOf(row, rule) === null);
  return ranked.map((row) => {
    const hindrance = hindranceOf(row, rule);
    if (hindrance !== null) return judged(row, 'not', hindrance);
    const ahead = eligible.filter(({ points }) => points.compare(row.points) > 0).length;
    const equal = eligible.filter(({ points }) => points.equals(row.points)).length;
    if (ahead + equal <= rule.quota) {
      return judged(row, 'proposed', row.rank <= rule.quota ? 'within-quota' : 'moved-up');
    }
    return ahead < rule.quota
      ? judged(row, 'tie', 'tie-at-edge')
      : judged(row, 'not', 'behind-quota');
  });
};

/**
 * The candidates and the near misses: who is proposed or tied, whoever stands by points among the
 * first of the quota and is hindered, whoever is ruled out, and the next few behind the quota with
 * their ties.
 *
 * @param next how many places behind the quota are shown
 */
export const shortlistOf = <Row extends Contender>(
  proposals: ReadonlyArray<Proposal<Row>>,
  { quota }: AwardRule,
  next: number
): Array<Proposal<Row>> => {
  const behind = proposals.filter(({ reason }) => reason === 'behind-quota');
  const last = behind.slice(0, next).at(-1);
  return proposals.filter((row) => {
    if (row.verdict !== 'not' || row.reason === 'veto') return true;
    if (row.reason === 'no-points') return false;
    if (row.reason === 'few-items') return row.rank <= quota;
    return last !== undefined && row.points.compare(last.points) >= 0;
  });
};

/** Whether what was decided is not what was proposed, so that it wants a reason. A tie is proposed neither way. */
export const departs = (verdict: Verdict | 'head', awarded: boolean): boolean => {
  if (verdict === 'tie') return false;
  return awarded !== (verdict !== 'not');
};
