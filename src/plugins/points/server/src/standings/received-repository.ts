import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { stageOf, type Stage } from '../../../domain/adoption-chain';
import type { Day, Month, Period } from '../../../domain/period';
import { CHANNELS } from '../../../domain/vocabulary';
import { linkTableOf, tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import type { Transaction } from '../../../../../common/database/transaction';
import { UID } from '../constants';

/** Whose pieces of which month are counted. */
export interface Received {
  month: Pick<Period, 'code' | 'from' | 'to'>;
  /** The first month that is not sealed, `null` when none is. */
  firstOpen: Month | null;
  /** Ids of units; `null` for all. */
  units: readonly number[] | null;
}

/** How many pieces arrived on a day, and were accepted since. */
export interface ReceivedOn {
  day: Day;
  pieces: number;
  accepted: number;
}

/** The stage of channels that nobody but the bureau knows. */
const OTHER: Stage = 'other';

interface DayRow {
  place: number;
  pieces: number | string;
  accepted: number | string | null;
}

/** The pieces that a month counts as received, each once: when they came, and what became of them. */
export const receivedRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.submission);
  const contributors = linkTableOf(strapi, UID.submission, 'units');
  const adopted = linkTableOf(strapi, UID.adoption, 'submission');
  const calendar = calendarService(strapi);

  /** What a sealed month has counted, or an open one will: as `receivedTotals` says of each piece. */
  const inMonth = (
    trx: Transaction,
    { month: { code, from }, firstOpen, units }: Received,
    until: Date
  ): Knex.QueryBuilder => {
    const query = trx({ s: table })
      .whereNull('s.merged_into_id')
      .where('s.received_at', '<', until);
    if (firstOpen !== null && code < firstOpen) void query.where('s.counted_in', code);
    else void query.whereNull('s.counted_in');
    // What came while its own month was sealed counts in the first open one.
    if (firstOpen === null || code > firstOpen) {
      void query.where('s.received_at', '>=', calendar.startOf(from));
    }
    if (units !== null) {
      const own = trx(contributors.table)
        .select(contributors.source)
        .whereIn(contributors.target, [...units]);
      void query.whereIn('s.id', own);
    }
    return query;
  };

  return {
    /**
     * How many arrived on each of a month's days, of days with any.
     *
     * @param days the days of the month, in order
     * @param end the moment at which the last of them ends
     */
    async byDay(
      trx: Transaction,
      received: Received,
      days: readonly Day[],
      end: Date
    ): Promise<ReceivedOn[]> {
      const later = days.slice(1);
      const cases = later.map((_, place) => `when s.received_at < ? then ${place}`);
      const starts = later.map((day) => calendar.startOf(day));
      const dayOf = trx.raw(`case ${cases.join(' ')} else ${later.length} end`, starts);
      const rows: DayRow[] = await inMonth(trx, received, end)
        .select({ place: dayOf })
        .count({ pieces: '*' })
        .select({ accepted: trx.raw("sum(case s.state when 'accepted' then 1 else 0 end)") })
        .groupByRaw('1');
      return rows.flatMap(({ accepted, pieces, place }) => {
        const day = days[place];
        return day ? [{ day, pieces: Number(pieces), accepted: Number(accepted) }] : [];
      });
    },

    /** How many of them an adoption in force brought to each stage of the way upwards. */
    async byStage(
      trx: Transaction,
      received: Received,
      end: Date
    ): Promise<Partial<Record<Stage, number>>> {
      const stages = [...new Set<Stage>([...CHANNELS.map(stageOf), OTHER])];
      const cases = CHANNELS.map(
        (channel) => `when '${channel}' then ${stages.indexOf(stageOf(channel))}`
      );
      // Numbers, each pair once, and then counted: to sort texts takes as long as all the rest.
      const reached = inMonth(trx, received, end)
        .join({ l: adopted.table }, `l.${adopted.target}`, 's.id')
        .join({ a: tableOf(strapi, UID.adoption) }, 'a.id', `l.${adopted.source}`)
        .whereNull('a.withdrawn_at')
        .distinct(
          's.id',
          trx.raw(`case a.channel ${cases.join(' ')} else ${stages.indexOf(OTHER)} end as stage`)
        );
      const rows: Array<{ stage: number; pieces: number | string }> = await trx
        .from(reached.as('r'))
        .select('stage')
        .count({ pieces: '*' })
        .groupBy('stage');
      return Object.fromEntries(
        rows.map(({ pieces, stage }) => [stages[stage] ?? OTHER, Number(pieces)])
      );
    },
  };
});
