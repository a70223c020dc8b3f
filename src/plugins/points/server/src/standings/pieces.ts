import type { Core } from '@strapi/strapi';
import { stageOf } from '../../../domain/adoption-chain';
import { describePoints, sumOf } from '../../../domain/points';
import type { PieceLine, PiecesResponse } from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import type { Transaction } from '../../../../../common/database/transaction';
import { calendarService } from '../../../../../common/time/calendar';
import { postingRepository, type AdoptionPostingRecord } from '../ledger/postings';
import { adoptionRepository, type AdoptionRecord } from '../records/adoptions';
import { ruleSetRepository, type RuleSetRecord } from '../records/rule-sets';
import { submissionRepository, type SubmissionFacts } from '../records/submissions';
import { channelNameOf } from './drill-down';
import { pieceRepository, type PiecesOf } from './pieces-repository';

/** What was sent in, with how far it came and what it earned. */
export const pieceService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const calendar = calendarService(strapi);
  const pieces = pieceRepository(strapi);
  const postings = postingRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const submissions = submissionRepository(strapi);

  const toLine = (
    facts: SubmissionFacts,
    steps: readonly AdoptionRecord[],
    earned: readonly AdoptionPostingRecord[],
    rules: ReadonlyMap<number, RuleSetRecord>
  ): PieceLine => ({
    documentId: facts.documentId,
    title: facts.title,
    category: facts.category,
    state: facts.state,
    receivedOn: calendar.dayOf(facts.receivedAt ?? new Date(Number.NaN)),
    units: facts.contributors.length,
    ...describePoints(sumOf(earned)),
    steps: steps.map(({ adoptedOn, channel, id }) => {
      const own = earned.filter(({ adoption }) => adoption === id);
      const ruleSet = rules.get(own[0]?.ruleSet ?? 0);
      const name = channelNameOf(ruleSet, channel);
      return {
        stage: stageOf(channel),
        channel,
        ...name,
        adoptedOn,
        ...describePoints(sumOf(own)),
      };
    }),
  });

  return {
    /** A page of what was received of a unit or person, the newest first. */
    async page(trx: Transaction, of: PiecesOf, request: PageRequest): Promise<PiecesResponse> {
      const { ids, total } = await pieces.page(trx, of, request);
      const facts = await submissions.facts(trx, ids);
      const steps = groupBy(
        await adoptions.inForceOfSubmissions(trx, ids),
        ({ submission }) => submission
      );
      const earned = groupBy(
        (await postings.ofSubmissions(trx, ids, [of.unit])).filter(
          ({ officer }) => of.officer === null || officer === of.officer
        ),
        ({ submission }) => submission
      );
      const rules = new Map((await ruleSets.all(trx)).map((ruleSet) => [ruleSet.id, ruleSet]));
      return {
        data: ids.flatMap((id) => {
          const piece = facts.get(id);
          if (!piece) return [];
          const way = [...(steps.get(id) ?? [])].sort((one, other) =>
            one.adoptedOn < other.adoptedOn ? -1 : 1
          );
          return toLine(piece, way, earned.get(id) ?? [], rules);
        }),
        meta: { pagination: paginationOf(request, total) },
      };
    },
  };
});
