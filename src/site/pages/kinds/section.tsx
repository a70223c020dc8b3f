import type { VNode } from 'preact';
import type { ColumnNode } from '../../public-api/column-tree';
import { columnPath, sectionPath, withQuery } from '../addresses';
import { conditionsOf, filtersOf, queryOf, type Filter } from '../filters';
import { carriedBy, entriesOf, latestOf, listPage } from '../lists';
import { rendered, type Page, type PageContext } from '../page';
import { SECTIONS } from '../site';
import { Document } from '../templates/document';
import { FilterForm } from '../templates/filter-form';
import { day } from '../templates/format';
import { Breadcrumbs, breadcrumbSchema, Pager } from '../templates/navigation';
import { Day, EntryLink, Rows, type Child } from '../templates/parts';
import { missingPage } from './missing';

const LATEST = 5;

/** What is searched over a whole section: its documents, by number, index number, year, subject and validity. */
const SEARCHED: Readonly<Record<string, string | undefined>> = {
  disclosure: 'disclosure-documents',
};

/** The latest entries of a column, or the columns below it. */
const glimpse = async ({ strapi, now }: PageContext, node: ColumnNode): Promise<Child> => {
  if (node.children.length > 0) {
    return (
      <Rows>
        {node.children.map((child) => (
          <li key={child.code} class="row">
            <a href={columnPath(child)}>{child.name}</a>
          </li>
        ))}
      </Rows>
    );
  }
  const carried = carriedBy(strapi, node);
  if (!carried || node.count === 0) {
    return node.description ? <p class="quiet">{node.description}</p> : null;
  }
  const view = carried.shown.list.views?.[0];
  const entries = await latestOf(strapi, carried, {
    where: entriesOf(node, carried.type),
    view,
    pageSize: LATEST,
    now,
  });
  return (
    <Rows>
      {entries.map((entry) => (
        <li key={entry.documentId} class="row">
          <div class="row-head">
            <EntryLink of={carried.collection} entry={entry} />
            <Day of={entry.publicationDate} />
          </div>
        </li>
      ))}
    </Rows>
  );
};

const Box = ({ node, children }: { node: ColumnNode; children: Child }): VNode => (
  <section class="box">
    <h2>
      <a href={columnPath(node)}>{node.name}</a>
    </h2>
    {node.count > 0 ? (
      <p class="quiet">
        {node.count} 条，最近更新 {day(node.lastUpdate)}
      </p>
    ) : null}
    {children}
  </section>
);

interface Search {
  filters: readonly Filter[];
  /** What is found, where anything is asked for. */
  found: Child;
}

const searchSection = async (
  { strapi, query, now }: PageContext,
  section: string
): Promise<Search | null> => {
  const carried = carriedBy(strapi, { carries: SEARCHED[section] ?? null });
  if (!carried) return null;
  const { type, shown } = carried;
  const filters = filtersOf(strapi, type, shown, query, now);
  const given = queryOf(filters);
  if (Object.keys(given).length === 0) return { filters, found: null };
  const list = await listPage(strapi, carried, {
    where: { $and: [{ column: { section } }, ...conditionsOf(strapi, type, filters)] },
    page: Math.max(1, Math.trunc(Number(query.get('page'))) || 1),
    now,
  });
  const path = sectionPath(section);
  return {
    filters,
    found: (
      <section class="finds" aria-label="查询结果">
        <p role="status" class="found">
          {list.total === 0 ? '没有符合条件的文件，请换个条件再查。' : `查到 ${list.total} 件文件`}
        </p>
        {list.entries.length > 0 ? shown.list.draw(list.entries, { name: '查询结果' }, now) : null}
        <Pager
          {...list}
          addressOf={(page) => withQuery(path, { ...given, page: page > 1 ? page : undefined })}
        />
      </section>
    ),
  };
};

/** A section: its columns with their latest entries; of disclosure a search over all its documents, too. */
export const sectionPage = async (context: PageContext, code: string): Promise<Page> => {
  const { site, columns, now } = context;
  const section = SECTIONS.get(code);
  if (!section) return missingPage(context, 404);
  const search = await searchSection(context, code);
  const boxes: VNode[] = [];
  if (!search?.found) {
    for (const node of columns.of(code)) {
      boxes.push(
        <Box key={node.code} node={node}>
          {await glimpse(context, node)}
        </Box>
      );
    }
  }
  const steps = [{ name: section.name }];
  const { name, about } = section;
  return rendered(
    200,
    <Document
      site={site}
      section={code}
      now={now}
      head={{
        title: `${name}${search?.found ? ' 查询结果' : ''} - ${site.name}`,
        path: sectionPath(code),
        column: { name, section: code, description: about },
        isUnlisted: Boolean(search?.found),
        schema: [breadcrumbSchema(site, steps)],
      }}
    >
      <Breadcrumbs steps={steps} />
      <h1>{name}</h1>
      <p class="about">{about}</p>
      {search ? (
        <FilterForm action={sectionPath(code)} filters={search.filters} heading="查询公开文件" />
      ) : null}
      {search?.found ?? <div class="boxes">{boxes}</div>}
    </Document>
  );
};
