import type { ComponentChildren, VNode } from 'preact';
import { entryPath, type EntryPlace } from '../addresses';
import { titleOf, type Entry, type MediaFile } from '../content';
import { day } from './format';
import { Picture } from './media';
import { safeAddress } from './safe-address';

export type Child = ComponentChildren;

type Linked = EntryPlace & Pick<Entry, 'title' | 'name'>;

export const EntryLink = ({ of, entry }: { of: string; entry: Linked }): VNode => (
  <a href={entryPath(of, entry)}>{titleOf(entry)}</a>
);

export const Tag = ({ text, tone = 'plain' }: { text?: string; tone?: string }): VNode | null =>
  text ? <span class={`tag tag-${tone}`}>{text}</span> : null;

export const Day = ({ of }: { of?: string | null }): VNode | null => {
  const text = day(of);
  return text ? <time datetime={text}>{text}</time> : null;
};

export type Fact = readonly [string, Child];

const isKnown = ([, value]: Fact): boolean =>
  Array.isArray(value) ? value.length > 0 : Boolean(value);

/** Names and values; those without a value are left out. */
export const Facts = ({
  facts,
  shape = '',
}: {
  facts: readonly Fact[];
  shape?: string;
}): VNode | null => {
  const known = facts.filter(isKnown);
  if (known.length === 0) return null;
  return (
    <dl class={`facts ${shape}`.trim()}>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** A part of an entry's page. */
export const Part = ({ heading, children }: { heading: string; children: Child }): VNode => (
  <section class="part">
    <h2>{heading}</h2>
    {children}
  </section>
);

interface RowProps {
  of: string;
  entry: Entry;
  about?: Child;
  /** A moment or a day. */
  date?: string | null;
  tags?: Child;
}

/** One line of a list: title, what it is about, its day. */
export const Row = ({ of, entry, about, date, tags }: RowProps): VNode => (
  <li class="row">
    <div class="row-head">
      <EntryLink of={of} entry={entry} />
      {tags}
      <Day of={date} />
    </div>
    {about ? <p class="quiet">{about}</p> : null}
  </li>
);

interface CardProps {
  of: string;
  entry: Entry;
  cover?: MediaFile | null;
  about?: Child;
  tags?: Child;
  shape?: string;
  level?: 2 | 3;
}

/** One card of a grid: picture, title, what it is about. */
export const Card = ({
  of,
  entry,
  cover,
  about,
  tags,
  shape = '',
  level = 2,
}: CardProps): VNode => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li class={`card ${shape}`.trim()}>
      <div class={`card-picture${cover ? '' : ' is-empty'}`}>
        <Picture file={cover} alt="" />
      </div>
      <div class="card-text">
        <Heading class="card-title">
          <EntryLink of={of} entry={entry} />
        </Heading>
        {tags ? <p class="tags">{tags}</p> : null}
        {about ? <div class="quiet clamp">{about}</div> : null}
      </div>
    </li>
  );
};

export const Rows = ({ children }: { children: Child }): VNode => <ul class="rows">{children}</ul>;

/** What may stand in a list by its title, its summary and its day. */
type Summarized = Entry & { summary?: string | null; publicationDate?: string | null };

/** A list of entries of one collection by title, summary and day. */
export const SummaryRows = ({
  of,
  entries,
}: {
  of: string;
  entries: readonly Summarized[];
}): VNode => (
  <Rows>
    {entries.map((entry) => (
      <Row
        key={entry.documentId}
        of={of}
        entry={entry}
        about={entry.summary}
        date={entry.publicationDate}
      />
    ))}
  </Rows>
);

export const Cards = ({ children, shape = '' }: { children: Child; shape?: string }): VNode => (
  <ul class={`cards ${shape}`.trim()}>{children}</ul>
);

/** A table that becomes cards on a narrow screen: each cell names its column. */
export const Table = ({
  caption,
  heads,
  lines,
}: {
  caption: string;
  heads: readonly string[];
  lines: ReadonlyArray<readonly Child[]>;
}): VNode => (
  <table class="table">
    <caption class="hidden">{caption}</caption>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map((cells, line) => (
        <tr key={line}>
          {cells.map((cell, index) => (
            <td key={index} data-head={heads[index]}>
              {cell || '—'}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

interface Location {
  latitude: number | string;
  longitude: number | string;
}

/** Where something is, with a link to a map. */
export const MapPoint = ({ location, name }: { location: Location; name: string }): VNode => {
  const { latitude, longitude } = location;
  const query = new URLSearchParams({
    position: `${longitude},${latitude}`,
    name,
    coordinate: 'wgs84',
  }).toString();
  return (
    <a href={`https://uri.amap.com/marker?${query}`} rel="noopener">
      北纬 {Number(latitude).toFixed(4)}°，东经 {Number(longitude).toFixed(4)}°（在地图中查看）
    </a>
  );
};

const Telephone = ({ number }: { number: string }): VNode => (
  <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>{number}</a>
);

export const telephone = (number: string | null | undefined): Child =>
  number ? <Telephone number={number} /> : null;

/** A link that leads away; nothing where its address is none that a reader can follow. */
export const external = (address: string | null | undefined, text?: string): Child => {
  const href = safeAddress(address || undefined);
  if (href === undefined) return null;
  return (
    <a href={href} rel="noopener">
      {text ?? address}
    </a>
  );
};

/** A list of links to entries, where there are any. */
export const linksTo = (of: string, entries: readonly Linked[] | null | undefined): Child =>
  entries?.length ? (
    <ul>
      {entries.map((entry) => (
        <li key={entry.documentId}>
          <EntryLink of={of} entry={entry} />
        </li>
      ))}
    </ul>
  ) : null;
