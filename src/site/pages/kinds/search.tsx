import { Fragment, type VNode } from 'preact';
import { calendarService } from '../../../common/time/calendar';
import { search, soundsLike, type Narrowing, type SearchPage } from '../../search';
import { entryPath, SEARCH, withQuery } from '../addresses';
import { rendered, type Page, type PageContext } from '../page';
import { SECTIONS } from '../site';
import { Document } from '../templates/document';
import { Pager } from '../templates/navigation';
import { Day, Tag } from '../templates/parts';

const PAGE_SIZE = 20;
const LONGEST_QUESTION = 100;
const MOST_PAGES = 100;

const ENTITIES: Readonly<Record<string, string | undefined>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const unescape = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** Text with `<mark>` around what was found, as elements: nothing else in it is read as HTML. */
const Marked = ({ html }: { html: string }): VNode => (
  <>
    {html.split(/(<mark>.*?<\/mark>)/s).map((piece, index) => {
      const inside = /^<mark>(.*)<\/mark>$/s.exec(piece)?.[1];
      return (
        <Fragment key={index}>
          {inside === undefined ? unescape(piece) : <mark>{unescape(inside)}</mark>}
        </Fragment>
      );
    })}
  </>
);

/** How long ago, in days. */
const PERIODS: Readonly<Record<string, { name: string; days: number } | undefined>> = {
  week: { name: '一周内', days: 7 },
  month: { name: '一个月内', days: 31 },
  year: { name: '一年内', days: 366 },
};

const DAY_MS = 24 * 60 * 60 * 1000;

interface Asked {
  q: string;
  page: number;
  /** A section, or a column's code. */
  in: string;
  time: string;
  sort: string;
}

const askedOf = ({ query, columns }: PageContext): Asked => {
  const place = query.get('in') ?? '';
  const time = query.get('time') ?? '';
  return {
    q: (query.get('q') ?? '').trim().slice(0, LONGEST_QUESTION),
    page: Math.min(MOST_PAGES, Math.max(1, Math.trunc(Number(query.get('page'))) || 1)),
    in: SECTIONS.has(place) || columns.byCode.has(place) ? place : '',
    time: Object.hasOwn(PERIODS, time) ? time : '',
    sort: query.get('sort') === 'latest' ? 'latest' : '',
  };
};

const narrowingOf = ({ strapi, now }: PageContext, asked: Asked): Narrowing => {
  const period = PERIODS[asked.time];
  const calendar = calendarService(strapi);
  return {
    ...(SECTIONS.has(asked.in) ? { section: asked.in } : {}),
    ...(asked.in && !SECTIONS.has(asked.in) ? { column: asked.in } : {}),
    ...(period
      ? { from: calendar.startOf(calendar.dayOf(new Date(now.getTime() - period.days * DAY_MS))) }
      : {}),
    ...(asked.sort === 'latest' ? { sort: 'latest' } : {}),
  };
};

const Find = ({ find }: { find: SearchPage['data'][number] }): VNode => (
  <li class="row">
    <div class="row-head">
      <a href={entryPath(find.collection, find)}>
        <Marked html={find.highlight.title} />
      </a>
      <Tag text={find.column?.name} />
      <Day of={find.publicationDate} />
    </div>
    <p class="quiet">
      <Marked html={find.highlight.text} />
    </p>
  </li>
);

const summaryOf = ({ pagination, hasMore }: SearchPage['meta'], question: string): string =>
  pagination.total === 0
    ? `没有找到含有“${question}”的内容，请换个词试试。`
    : `找到${hasMore ? '超过' : ''} ${pagination.total} 条含有“${question}”的内容`;

interface Option {
  value: string;
  name: string;
}

const Choice = ({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
}): VNode => (
  <div>
    <label for={`search-${name}`}>{label}</label>
    <select id={`search-${name}`} name={name}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.name}
        </option>
      ))}
    </select>
  </div>
);

const placesOf = ({ columns }: PageContext): Option[] =>
  Array.from(SECTIONS, ([code, { name }]) => [
    { value: code, name },
    ...[...columns.byCode.values()]
      .map((trail) => trail[trail.length - 1])
      .flatMap((node) =>
        node?.section === code && node.carries ? [{ value: node.code, name: `　${node.name}` }] : []
      ),
  ]).flat();

/** The whole question: words, part of the site, time and order. */
const Form = ({ context, asked }: { context: PageContext; asked: Asked }): VNode => (
  <form
    class="filter-form search-form"
    action={SEARCH}
    method="get"
    role="search"
    aria-label="站内搜索"
  >
    <div>
      <label for="search-words">搜索的词</label>
      <input
        id="search-words"
        name="q"
        type="search"
        required
        maxLength={LONGEST_QUESTION}
        value={asked.q}
      />
    </div>
    <Choice
      name="in"
      label="栏目"
      value={asked.in}
      options={[{ value: '', name: '全部栏目' }, ...placesOf(context)]}
    />
    <Choice
      name="time"
      label="时间"
      value={asked.time}
      options={[
        { value: '', name: '不限时间' },
        ...Object.entries(PERIODS).map(([value, period]) => ({ value, name: period?.name ?? '' })),
      ]}
    />
    <Choice
      name="sort"
      label="排序"
      value={asked.sort}
      options={[
        { value: '', name: '标题相符的在前' },
        { value: 'latest', name: '最新的在前' },
      ]}
    />
    <p>
      <button type="submit">搜索</button>
    </p>
  </form>
);

const DidYouMean = ({
  words,
  addressOf,
}: {
  words: readonly string[];
  addressOf: (word: string) => string;
}): VNode | null =>
  words.length === 0 ? null : (
    <p class="suggested">
      您要找的是不是：
      {words.map((word) => (
        <a key={word} href={addressOf(word)}>
          {word}
        </a>
      ))}
    </p>
  );

/** The search, with what it finds. */
export const searchPage = async (context: PageContext): Promise<Page> => {
  const { strapi, site, now } = context;
  const asked = askedOf(context);
  const { q, page, sort, time } = asked;
  const found = q ? await search(strapi, q, page, PAGE_SIZE, narrowingOf(context, asked)) : null;
  const words = found?.meta.pagination.total === 0 ? await soundsLike(strapi, q) : [];
  const addressOf = (to: number): string =>
    withQuery(SEARCH, { q, in: asked.in, time, sort, page: to > 1 ? to : undefined });
  return rendered(
    200,
    <Document
      site={site}
      section={null}
      now={now}
      head={{
        title: `${q ? `搜索“${q}”` : '站内搜索'} - ${site.name}`,
        path: SEARCH,
        isUnlisted: q !== '',
      }}
    >
      <h1>站内搜索</h1>
      <Form context={context} asked={asked} />
      {found ? (
        <>
          <p role="status" class="found">
            {summaryOf(found.meta, q)}
          </p>
          <DidYouMean
            words={words}
            addressOf={(word) => withQuery(SEARCH, { q: word, in: asked.in, time, sort })}
          />
          {found.data.length > 0 ? (
            <ul class="rows finds">
              {found.data.map((find) => (
                <Find key={find.documentId} find={find} />
              ))}
            </ul>
          ) : null}
          <Pager {...found.meta.pagination} addressOf={addressOf} />
        </>
      ) : null}
    </Document>
  );
};
