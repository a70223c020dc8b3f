import type { Entry, MediaFile, Named } from '../content';
import { Blocks } from '../templates/blocks';
import { chineseDate } from '../templates/format';
import { Gallery, Picture } from '../templates/media';
import {
  Card,
  Cards,
  EntryLink,
  external,
  Facts,
  MapPoint,
  Part,
  telephone,
} from '../templates/parts';
import type { EntryType } from './entry-type';

interface Leader extends Entry {
  post: string;
  portrait?: MediaFile | null;
  duties?: string | null;
  oversees?: Named[] | null;
  biography?: Entry['body'];
}

const namesOf = (units: Named[] | null | undefined): string =>
  (units ?? []).map(({ name }) => name).join('、');

export const leaders: EntryType<Leader> = {
  list: {
    orderBy: [{ order: 'asc' }],
    populate: ['portrait'],
    draw: (entries) => (
      <Cards shape="of-people">
        {entries.map((entry) => (
          <Card
            key={entry.documentId}
            of="leaders"
            entry={entry}
            cover={entry.portrait}
            shape="is-portrait"
            about={
              <>
                {entry.post}
                <br />
                {entry.duties}
              </>
            }
          />
        ))}
      </Cards>
    ),
  },
  entry: {
    populate: ['portrait', 'oversees'],
    draw: (entry) => (
      <>
        <div class="person">
          <Picture file={entry.portrait} shape="portrait" />
          <Facts
            facts={[
              ['职务', entry.post],
              ['工作分工', entry.duties],
              ['分管处室和单位', namesOf(entry.oversees)],
            ]}
          />
        </div>
        {entry.biography?.length ? (
          <Part heading="简历">
            <Blocks content={entry.biography} />
          </Part>
        ) : null}
      </>
    ),
  },
};

interface Profile extends Entry {
  name: string;
  address?: string | null;
  phone?: string | null;
  hours?: string | null;
  website?: string | null;
  pictures?: MediaFile[] | null;
  location?: { latitude: number; longitude: number } | null;
}

export const profiles: EntryType<Profile> = {
  list: {
    orderBy: [{ order: 'asc' }],
    draw: (entries) => (
      <ul class="contacts">
        {entries.map((entry) => (
          <li key={entry.documentId}>
            <h2 class="card-title">
              <EntryLink of="profiles" entry={entry} />
            </h2>
            <Facts
              facts={[
                ['地址', entry.address],
                ['电话', telephone(entry.phone)],
                ['时间', entry.hours],
              ]}
            />
          </li>
        ))}
      </ul>
    ),
  },
  entry: {
    populate: ['pictures', 'location', 'unit'],
    draw: (entry) => (
      <>
        <Facts
          facts={[
            ['地址', entry.address],
            ['电话', telephone(entry.phone)],
            ['开放或办公时间', entry.hours],
            ['网站', external(entry.website)],
            [
              '地图位置',
              entry.location ? <MapPoint location={entry.location} name={entry.name} /> : null,
            ],
          ]}
        />
        <Blocks content={entry.body} />
        <Gallery files={entry.pictures} />
      </>
    ),
  },
};

interface Milestone extends Entry {
  /** `2026`, `2026-03` or `2026-03-31`. */
  date: string;
  picture?: MediaFile | null;
}

export const milestones: EntryType<Milestone> = {
  isSequence: true,
  list: {
    orderBy: [{ date: 'desc' }],
    draw: (entries) => (
      <ol class="timeline">
        {entries.map((entry) => (
          <li key={entry.documentId}>
            <time datetime={entry.date}>{chineseDate(entry.date)}</time>
            <div>
              <EntryLink of="milestones" entry={entry} />
            </div>
          </li>
        ))}
      </ol>
    ),
  },
  entry: {
    populate: ['picture'],
    draw: (entry) => (
      <>
        <Facts facts={[['时间', chineseDate(entry.date)]]} />
        <Picture file={entry.picture} least={900} shape="lead-picture" isFirst />
        <Blocks content={entry.body} />
      </>
    ),
  },
};
