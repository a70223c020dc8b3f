import type { Core } from '@strapi/strapi';
import { describePoints, sumOf } from '../../../domain/points';
import type { AdoptionPosting } from '../../../domain/posting';
import type { AwardPreview } from '../../../shared/contracts';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { officerReference, type People, unitReference } from '../records/people';
import type { RuleSetRecord } from '../records/rule-sets';
import { channelNameOf, ledgerService, wholeOf } from './drill-down';

/** Postings that are not written yet, as people read them beforehand. */
export const awardViews = oncePerApplication((strapi: Core.Strapi) => {
  const drillDown = ledgerService(strapi);

  const viewOf = (
    posting: AdoptionPosting,
    people: People,
    rules: readonly RuleSetRecord[]
  ): AwardPreview | null => {
    const unit = people.units.get(posting.unit);
    const officer = posting.officer === null ? undefined : people.members.get(posting.officer);
    if (!unit) return null;
    const ruleSet = rules.find(({ id }) => id === posting.ruleSet);
    return {
      ...describePoints(sumOf([posting])),
      channel: posting.channel,
      unit: unitReference(unit),
      officer: officer ? officerReference(officer) : null,
      clause: drillDown.clauseOf(ruleSet, posting.channel),
      ...channelNameOf(ruleSet, posting.channel),
      full: describePoints(wholeOf(posting)),
      split: { units: posting.unitCount, officers: posting.officerCount },
    };
  };

  return {
    /** What a posting would give or take back; `null` where its unit is no more. */
    viewOf,

    /** What postings would give and take back. */
    of: (
      postings: readonly AdoptionPosting[],
      people: People,
      rules: readonly RuleSetRecord[]
    ): AwardPreview[] => postings.flatMap((posting) => viewOf(posting, people, rules) ?? []),
  };
});
