import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  adoptedCount,
  adoptedTitles,
  countByChannel,
  type AdoptedTitle,
  type Annexes,
} from '../../../domain/annexes';
import type { BulletinFigures, UnitFigure } from '../../../domain/bulletin-wording';
import type { CommissionOutcome } from '../../../domain/commission';
import type { ListedPosting } from '../../../domain/posting-chain';
import type { Day } from '../../../domain/period';
import { channelNameOn, type RuleSet } from '../../../domain/rule-set';
import type { UnitKind } from '../../../domain/vocabulary';
import type { FrozenStandings, StandingsRow } from '../../../shared/contracts';
import { isNegative } from '../../../shared/points-text';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { reportWordsOf } from '../downloads/report-words';
import { isWord } from '../words';
import { frozenJson, frozenStandingsOf } from '../ledger/frozen-standings';
import { sealRepository, type BulletinRecord, type PaperTexts } from '../ledger/seals';
import { notFound, refuse } from '../messages';
import { ruleSetRepository } from '../records/rule-sets';
import { rankAgain } from '../standings/report-rows';

/** What was adopted, with what its channel is called. */
export interface NamedTitle extends AdoptedTitle {
  channelName: string;
}

/**
 * A sealed month as its paper tells it: from what was frozen, and the names of channels from the rule
 * sets, which are only read once something was adopted under them.
 */
export interface SealedMonth {
  bulletin: BulletinRecord;
  standings: FrozenStandings;
  titles: NamedTitle[];
  /** `null` where the month was sealed before they were frozen. */
  commissions: CommissionOutcome[] | null;
  figures: BulletinFigures;
}

const listOf = <T>() => z.array(z.custom<T>((item) => typeof item === 'object' && item !== null));

const frozenAnnexes = z.object({
  received: z.int(),
  adopted: z.int(),
  titles: listOf<AdoptedTitle>(),
  commissions: listOf<CommissionOutcome>(),
});

const frozenPostings = listOf<ListedPosting>();

type ReadAnnexes = Omit<Annexes, 'commissions'> & Pick<SealedMonth, 'commissions'>;

/** Those of a bulletin that froze none: from its list of postings, without what that does not say. */
const derivedAnnexes = (
  postings: readonly ListedPosting[],
  { month }: FrozenStandings
): ReadAnnexes => ({
  received: month.units.reduce((sum, { submitted }) => sum + submitted, 0),
  adopted: adoptedCount(postings),
  titles: adoptedTitles(postings),
  commissions: null,
});

/** What the annexes say; `null` where somebody wrote another text there. */
const annexesOf = (
  { annexes, postings }: PaperTexts,
  standings: FrozenStandings
): ReadAnnexes | null => {
  if (annexes !== null) return frozenJson.pipe(frozenAnnexes).safeParse(annexes).data ?? null;
  const listed = frozenJson.pipe(frozenPostings).safeParse(postings).data;
  return listed ? derivedAnnexes(listed, standings) : null;
};

/** The words of official papers, whatever language the screen has. */
const WORDS = reportWordsOf('zh-Hans');

/** What a channel is called in a paper: as the rule set of the day names it, or else as the screens do. */
const channelName = (ruleSets: readonly RuleSet[], channel: string, day: Day): string => {
  const own = channelNameOn(ruleSets, channel, day);
  if (own) return own.zh;
  const word = `choice.${channel}`;
  return isWord(word) ? WORDS.translate(word) : channel;
};

/** With what their channels were called on their day. */
const namedTitles = (titles: readonly AdoptedTitle[], ruleSets: readonly RuleSet[]): NamedTitle[] =>
  titles.map((title) => ({
    ...title,
    channelName: channelName(ruleSets, title.channel, title.day),
  }));

/** A kind's part of a ranking, ranked among itself. */
export const rankedOfKind = (rows: readonly StandingsRow[], kind: UnitKind): StandingsRow[] =>
  rankAgain(rows.filter(({ unit }) => unit.kind === kind));

const unitFigures = (rows: readonly StandingsRow[], kind: UnitKind): UnitFigure[] =>
  rankedOfKind(rows, kind).map(({ rank, submitted, unit, ...points }) => ({
    ...{ documentId: unit.documentId, name: unit.name, kind, rank, submitted },
    hasPoints: points.exact !== '0' && !isNegative(points),
  }));

/** What bulletins froze, read for their paper. */
export const sealedMonthService = oncePerApplication((strapi: Core.Strapi) => {
  const ruleSets = ruleSetRepository(strapi);
  const seals = sealRepository(strapi);

  return {
    /**
     * @throws NotFoundError when there is no such bulletin, ValidationError when somebody wrote other
     *   texts over those that it froze
     */
    async of(trx: Transaction, documentId: string): Promise<SealedMonth> {
      const bulletin = await seals.find(trx, documentId);
      const texts = bulletin && (await seals.paperTextsOf(trx, bulletin.month));
      if (!bulletin || !texts) {
        throw notFound(strapi, 'error.bulletin.unknown', { value: documentId });
      }
      const standings = frozenStandingsOf(texts.standings);
      const annexes = standings && annexesOf(texts, standings);
      if (!standings || !annexes) {
        throw refuse(strapi, 'bulletin', 'error.bulletin.unreadable', { month: bulletin.month });
      }
      const { adopted, commissions, received } = annexes;
      const titles = namedTitles(annexes.titles, await ruleSets.all(trx));
      const { units } = standings.month;
      return {
        ...{ bulletin, standings, titles, commissions },
        figures: {
          month: bulletin.month,
          received,
          adopted,
          channels: countByChannel(titles).map(({ channel, count }) => ({
            name: titles.find((title) => title.channel === channel)?.channelName ?? channel,
            count,
          })),
          units: [...unitFigures(units, 'institution'), ...unitFigures(units, 'department')],
        },
      };
    },
  };
});
