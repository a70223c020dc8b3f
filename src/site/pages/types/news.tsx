import type { VNode } from 'preact';
import type { Entry, MediaFile, Named } from '../content';
import { Blocks } from '../templates/blocks';
import { named, span } from '../templates/format';
import { Gallery, hasVideo, Picture, Video } from '../templates/media';
import { Card, Cards, external, Facts, Tag, Day, SummaryRows } from '../templates/parts';
import type { EntryType } from './entry-type';

export interface Article extends Entry {
  source?: string | null;
  placement?: string | null;
  pictures?: MediaFile[] | null;
  video?: MediaFile | null;
  videoUrl?: string | null;
  submission?: { units?: Named[] | null } | null;
}

const unitsOf = ({ submission }: Article): string =>
  (submission?.units ?? []).map(({ name }) => name).join('、');

const PICTURED: ReadonlySet<string> = new Set(['picture', 'video']);

const isPictured = ([first]: readonly Article[]): boolean => PICTURED.has(first?.placement ?? '');

export const articles: EntryType<Article> = {
  isSequence: true,
  list: {
    orderBy: [{ publicationDate: 'desc' }],
    populate: ['cover'],
    draw: (entries) =>
      isPictured(entries) ? (
        <Cards>
          {entries.map((entry) => (
            <Card
              key={entry.documentId}
              of="articles"
              entry={entry}
              cover={entry.cover}
              about={<Day of={entry.publicationDate} />}
              shape={entry.placement === 'video' ? 'is-video' : ''}
            />
          ))}
        </Cards>
      ) : (
        <SummaryRows of="articles" entries={entries} />
      ),
  },
  entry: {
    schema: 'NewsArticle',
    populate: ['cover', 'pictures', 'video', 'submission'],
    source: (entry) => entry.source || unitsOf(entry),
    draw: (entry) => (
      <>
        <Video video={entry.video} videoUrl={entry.videoUrl} cover={entry.cover} />
        {hasVideo(entry) || entry.pictures?.length ? null : (
          <Picture file={entry.cover} least={900} shape="lead-picture" isFirst />
        )}
        <Gallery files={entry.pictures} />
        <Blocks content={entry.body} />
        {unitsOf(entry) ? <p class="credit">报送单位：{unitsOf(entry)}</p> : null}
      </>
    ),
  },
};

export interface CultureEvent extends Entry {
  kind: string;
  startsAt: string;
  endsAt?: string | null;
  venue: string;
  organizer?: string | null;
  fee?: string | null;
  bookingUrl?: string | null;
  poster?: MediaFile | null;
}

const endOf = ({ startsAt, endsAt }: CultureEvent): Date => new Date(endsAt ?? startsAt);

/** Whether an event is still to come, under way or over. */
const State = ({ event, now }: { event: CultureEvent; now: Date }): VNode | null => {
  if (now < new Date(event.startsAt)) return <Tag text="即将开始" tone="strong" />;
  if (now <= endOf(event)) return <Tag text="进行中" tone="good" />;
  return <Tag text="已结束" />;
};

export const EventCard = ({
  event,
  now,
  level = 2,
}: {
  event: CultureEvent;
  now: Date;
  level?: 2 | 3;
}): VNode => (
  <Card
    of="events"
    entry={event}
    cover={event.poster}
    level={level}
    tags={
      <>
        <Tag text={named(event.kind)} />
        <State event={event} now={now} />
      </>
    }
    about={
      <>
        {span(event.startsAt, event.endsAt)}
        <br />
        {event.venue}
      </>
    }
  />
);

/** An event of which nobody said when it ends is over when it has begun. */
const ends = (operator: '$gte' | '$lt', now: Date): object => ({
  $or: [
    { endsAt: { [operator]: now } },
    { $and: [{ endsAt: { $null: true } }, { startsAt: { [operator]: now } }] },
  ],
});

export const events: EntryType<CultureEvent> = {
  isSequence: true,
  list: {
    orderBy: [{ startsAt: 'asc' }],
    populate: ['poster'],
    filters: ['kind'],
    views: [
      {
        code: 'coming',
        name: '正在和即将举行',
        orderBy: [{ startsAt: 'asc' }],
        where: (now) => ends('$gte', now),
      },
      {
        code: 'past',
        name: '往期回顾',
        orderBy: [{ startsAt: 'desc' }],
        where: (now) => ends('$lt', now),
      },
    ],
    draw: (entries, _column, now) => (
      <Cards>
        {entries.map((event) => (
          <EventCard key={event.documentId} event={event} now={now} />
        ))}
      </Cards>
    ),
  },
  entry: {
    schema: 'Event',
    populate: ['poster'],
    source: ({ organizer }) => organizer,
    draw: (event, now) => (
      <>
        <Picture file={event.poster} least={900} shape="lead-picture" isFirst />
        <Facts
          facts={[
            ['类别', named(event.kind)],
            ['时间', span(event.startsAt, event.endsAt)],
            ['地点', event.venue],
            ['主办单位', event.organizer],
            ['票价', event.fee],
            ['状态', <State key="state" event={event} now={now} />],
            ['预约', endOf(event) > now ? external(event.bookingUrl, '前往预约购票') : null],
          ]}
        />
        <Blocks content={event.body} />
      </>
    ),
  },
};
