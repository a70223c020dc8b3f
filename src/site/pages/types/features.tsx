import type { Entry, MediaFile, Named } from '../content';
import { Blocks } from '../templates/blocks';
import { named } from '../templates/format';
import { Downloads, Gallery, hasVideo, Picture, Video } from '../templates/media';
import {
  Card,
  Cards,
  EntryLink,
  Facts,
  linksTo,
  MapPoint,
  Part,
  Row,
  Rows,
  Tag,
  telephone,
  SummaryRows,
} from '../templates/parts';
import type { EntryType } from './entry-type';

interface Pictured extends Entry {
  gallery?: MediaFile[] | null;
  pictures?: MediaFile[] | null;
  video?: MediaFile | null;
  videoUrl?: string | null;
}

/** What leads an entry: its film, else its cover. */
const Lead = ({ entry }: { entry: Pictured }) =>
  hasVideo(entry) ? (
    <Video video={entry.video} videoUrl={entry.videoUrl} cover={entry.cover} />
  ) : (
    <Picture file={entry.cover} least={900} shape="lead-picture" isFirst />
  );

const GalleryPart = ({ heading, files }: { heading: string; files?: MediaFile[] | null }) =>
  files?.length ? (
    <Part heading={heading}>
      <Gallery files={files} />
    </Part>
  ) : null;

interface HeritageItem extends Pictured {
  name: string;
  kind: string;
  level?: string | null;
  batch?: string | null;
  era?: string | null;
  place?: string | null;
  location?: { latitude: number; longitude: number } | null;
  inheritors?: Array<Named & { level?: string | null; introduction?: string | null }> | null;
}

export const heritageItems: EntryType<HeritageItem> = {
  isSequence: true,
  list: {
    orderBy: [{ publicationDate: 'desc' }],
    populate: ['cover'],
    filters: ['kind', 'level'],
    draw: (entries) => (
      <Cards>
        {entries.map((entry) => (
          <Card
            key={entry.documentId}
            of="heritage-items"
            entry={entry}
            cover={entry.cover}
            about={entry.summary}
            tags={
              <>
                <Tag text={named(entry.kind)} />
                <Tag text={named(entry.level)} tone="strong" />
              </>
            }
          />
        ))}
      </Cards>
    ),
  },
  entry: {
    populate: ['cover', 'gallery', 'inheritors', 'location', 'video'],
    draw: (entry) => (
      <>
        <Lead entry={entry} />
        <Facts
          facts={[
            ['类别', named(entry.kind)],
            ['级别', named(entry.level)],
            ['批次', entry.batch],
            ['年代', entry.era],
            ['所在地', entry.place],
            [
              '地图位置',
              entry.location ? <MapPoint location={entry.location} name={entry.name} /> : null,
            ],
          ]}
        />
        <Blocks content={entry.body} />
        {entry.inheritors?.length ? (
          <Part heading="代表性传承人">
            {entry.inheritors.map(({ name, level, introduction }) => (
              <p key={name}>
                <strong>{name}</strong>
                {level ? `（${named(level)}）` : ''}
                {introduction ? `：${introduction}` : ''}
              </p>
            ))}
          </Part>
        ) : null}
        <GalleryPart heading="图集" files={entry.gallery} />
      </>
    ),
  },
};

const STAGES: Readonly<Record<string, string | undefined>> = {
  'under-way': 'strong',
  completed: 'good',
};

interface LivelihoodProject extends Pictured {
  year: number;
  stage?: string | null;
  goal?: string | null;
  progress?: Array<{ date: string; text: string; picture?: MediaFile | null }> | null;
}

const StageTag = ({ stage }: { stage?: string | null }) => (
  <Tag text={named(stage)} tone={STAGES[stage ?? '']} />
);

export const livelihoodProjects: EntryType<LivelihoodProject> = {
  isSequence: true,
  list: {
    orderBy: [{ year: 'desc' }, { publicationDate: 'desc' }],
    populate: ['cover'],
    filters: ['stage'],
    draw: (entries) => (
      <Cards>
        {entries.map((entry) => (
          <Card
            key={entry.documentId}
            of="livelihood-projects"
            entry={entry}
            cover={entry.cover}
            about={entry.goal}
            tags={
              <>
                <Tag text={`${entry.year}年`} />
                <StageTag stage={entry.stage} />
              </>
            }
          />
        ))}
      </Cards>
    ),
  },
  entry: {
    populate: ['cover', 'progress'],
    draw: (entry) => (
      <>
        <Lead entry={entry} />
        <Facts
          facts={[
            ['年度', `${entry.year}年`],
            ['目标', entry.goal],
            ['进度', <StageTag key="stage" stage={entry.stage} />],
          ]}
        />
        <Blocks content={entry.body} />
        {entry.progress?.length ? (
          <Part heading="进展">
            <ol class="timeline">
              {[...entry.progress]
                .sort((one, other) => other.date.localeCompare(one.date))
                .map((note) => (
                  <li key={`${note.date} ${note.text}`}>
                    <time datetime={note.date}>{note.date}</time>
                    <div>
                      {note.text}
                      <Picture file={note.picture} />
                    </div>
                  </li>
                ))}
            </ol>
          </Part>
        ) : null}
      </>
    ),
  },
};

interface Work extends Pictured {
  kind: string;
  creators?: string | null;
  year?: number | null;
  artists?: Entry[] | null;
  awards?: Array<Named & { year?: number | null; organ?: string | null }> | null;
}

export const works: EntryType<Work> = {
  isSequence: true,
  list: {
    orderBy: [{ year: 'desc' }, { publicationDate: 'desc' }],
    populate: ['cover'],
    filters: ['kind'],
    draw: (entries) => (
      <Cards>
        {entries.map((entry) => (
          <Card
            key={entry.documentId}
            of="works"
            entry={entry}
            cover={entry.cover}
            about={entry.summary}
            tags={
              <>
                <Tag text={named(entry.kind)} />
                <Tag text={entry.year ? `${entry.year}年` : ''} />
              </>
            }
          />
        ))}
      </Cards>
    ),
  },
  entry: {
    schema: 'CreativeWork',
    populate: ['cover', 'gallery', 'video', 'awards', 'artists'],
    draw: (entry) => (
      <>
        <Lead entry={entry} />
        <Facts
          facts={[
            ['类别', named(entry.kind)],
            ['主创', entry.creators],
            ['年份', entry.year],
            ['相关名家', linksTo('artists', entry.artists)],
          ]}
        />
        <Blocks content={entry.body} />
        {entry.awards?.length ? (
          <Part heading="获奖情况">
            <ul>
              {entry.awards.map(({ name, year, organ }) => (
                <li key={`${year ?? ''}${name}`}>
                  {[year ? `${year}年` : '', name, organ ? `（${organ}）` : ''].join('')}
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        <GalleryPart heading="剧照和图集" files={entry.gallery} />
      </>
    ),
  },
};

interface Artist extends Pictured {
  field?: string | null;
  honours?: string | null;
  lifespan?: string | null;
  portrait?: MediaFile | null;
  works?: Entry[] | null;
}

export const artists: EntryType<Artist> = {
  list: {
    orderBy: [{ publicationDate: 'desc' }],
    populate: ['portrait'],
    draw: (entries) => (
      <Cards shape="of-people">
        {entries.map((entry) => (
          <Card
            key={entry.documentId}
            of="artists"
            entry={entry}
            cover={entry.portrait}
            shape="is-portrait"
            about={entry.honours}
            tags={entry.field ? <Tag text={entry.field} /> : null}
          />
        ))}
      </Cards>
    ),
  },
  entry: {
    populate: ['portrait', 'gallery', 'works', 'video'],
    draw: (entry) => (
      <>
        <div class="person">
          <Picture file={entry.portrait} shape="portrait" />
          <Facts
            facts={[
              ['领域', entry.field],
              ['称号', entry.honours],
              ['生卒年', entry.lifespan],
              ['作品', linksTo('works', entry.works)],
            ]}
          />
        </div>
        <Video video={entry.video} videoUrl={entry.videoUrl} />
        <Blocks content={entry.body} />
        <GalleryPart heading="作品图集" files={entry.gallery} />
      </>
    ),
  },
};

interface TrainingResult extends Pictured {
  year?: number | null;
  unit?: Named | null;
  people?: string | null;
  attachments?: MediaFile[] | null;
}

export const trainingResults: EntryType<TrainingResult> = {
  isSequence: true,
  list: {
    orderBy: [{ publicationDate: 'desc' }],
    draw: (entries) => <SummaryRows of="training-results" entries={entries} />,
  },
  entry: {
    populate: ['pictures', 'attachments', 'unit'],
    source: ({ unit }) => unit?.name,
    draw: (entry) => (
      <>
        <Facts
          facts={[
            ['年度', entry.year],
            ['培养单位', entry.unit?.name],
            ['人员', entry.people],
          ]}
        />
        <Blocks content={entry.body} />
        <Gallery files={entry.pictures} />
        <Downloads files={entry.attachments} />
      </>
    ),
  },
};

interface Policy extends Entry {
  field: string;
  audience?: string | null;
  howToApply?: Entry['body'];
  issuer?: string | null;
  documentNumber?: string | null;
  openFrom?: string | null;
  openTo?: string | null;
  phone?: string | null;
  attachments?: MediaFile[] | null;
}

export const policies: EntryType<Policy> = {
  isSequence: true,
  list: {
    orderBy: [{ publicationDate: 'desc' }],
    filters: ['field'],
    draw: (entries) => (
      <Rows>
        {entries.map((entry) => (
          <Row
            key={entry.documentId}
            of="policies"
            entry={entry}
            about={`适用对象：${entry.audience ?? '—'}`}
            date={entry.publicationDate}
            tags={<Tag text={named(entry.field)} />}
          />
        ))}
      </Rows>
    ),
  },
  entry: {
    populate: ['attachments'],
    source: ({ issuer }) => issuer,
    draw: (entry) => (
      <>
        <Facts
          facts={[
            ['领域', named(entry.field)],
            ['适用对象', entry.audience],
            ['发布机构', entry.issuer],
            ['发文字号', entry.documentNumber],
            ['申报时间', entry.openFrom ? `${entry.openFrom} 至 ${entry.openTo ?? '长期'}` : null],
            ['咨询电话', telephone(entry.phone)],
          ]}
        />
        {entry.body?.length ? (
          <Part heading="政策内容">
            <Blocks content={entry.body} />
          </Part>
        ) : null}
        {entry.howToApply?.length ? (
          <Part heading="申报方式">
            <Blocks content={entry.howToApply} />
          </Part>
        ) : null}
        <Downloads files={entry.attachments} />
      </>
    ),
  },
};

interface Lecture extends Pictured {
  heldOn: string;
  speaker: string;
  speakerIntroduction?: string | null;
  venue?: string | null;
  series?: Entry | null;
}

interface LectureSeries extends Pictured {
  host?: Named | null;
  venue?: string | null;
  schedule?: string | null;
  lectures?: Lecture[] | null;
}

export const lectureSeries: EntryType<LectureSeries> = {
  list: {
    orderBy: [{ order: 'asc' }],
    populate: ['cover', 'host'],
    draw: (entries) => (
      <Cards>
        {entries.map((entry) => (
          <Card
            key={entry.documentId}
            of="lecture-series-list"
            entry={entry}
            cover={entry.cover}
            about={entry.summary}
            tags={entry.host ? <Tag text={entry.host.name} /> : null}
          />
        ))}
      </Cards>
    ),
  },
  entry: {
    populate: ['cover', 'host', 'lectures'],
    source: ({ host }) => host?.name,
    draw: (entry) => (
      <>
        <Lead entry={entry} />
        <Facts
          facts={[
            ['主办单位', entry.host?.name],
            ['地点', entry.venue],
            ['举办时间', entry.schedule],
          ]}
        />
        <Blocks content={entry.body} />
        {entry.lectures?.length ? (
          <Part heading="往期内容">
            <Rows>
              {[...entry.lectures]
                .sort((one, other) => other.heldOn.localeCompare(one.heldOn))
                .map((lecture) => (
                  <Row
                    key={lecture.documentId}
                    of="lectures"
                    entry={lecture}
                    date={lecture.heldOn}
                    about={`主讲：${lecture.speaker}`}
                  />
                ))}
            </Rows>
          </Part>
        ) : null}
      </>
    ),
  },
};

export const lectures: EntryType<Lecture> = {
  isSequence: true,
  list: {
    orderBy: [{ heldOn: 'desc' }],
    populate: ['cover', 'series'],
    draw: (entries) => (
      <Cards>
        {entries.map((entry) => (
          <Card
            key={entry.documentId}
            of="lectures"
            entry={entry}
            cover={entry.cover}
            about={`主讲：${entry.speaker}`}
            tags={
              <>
                <Tag text={entry.series?.name} />
                <Tag text={entry.heldOn} />
              </>
            }
          />
        ))}
      </Cards>
    ),
  },
  entry: {
    populate: ['cover', 'pictures', 'video', 'series'],
    draw: (entry) => (
      <>
        <Lead entry={entry} />
        <Facts
          facts={[
            [
              '所属讲坛',
              entry.series ? <EntryLink of="lecture-series-list" entry={entry.series} /> : null,
            ],
            ['举办日期', entry.heldOn],
            ['主讲人', entry.speaker],
            ['主讲人简介', entry.speakerIntroduction],
            ['地点', entry.venue],
          ]}
        />
        <Blocks content={entry.body} />
        <Gallery files={entry.pictures} />
      </>
    ),
  },
};
