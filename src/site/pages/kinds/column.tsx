import type { VNode } from 'preact';
import type { ColumnNode } from '../../public-api/column-tree';
import { columnPath, listPath } from '../addresses';
import { conditionsOf, filtersOf, queryOf, type Filter } from '../filters';
import { carriedBy, entriesOf, listPage, type ListPage } from '../lists';
import { rendered, type Page, type PageContext } from '../page';
import { SECTIONS } from '../site';
import { Document, type Head } from '../templates/document';
import { FilterForm } from '../templates/filter-form';
import { Breadcrumbs, breadcrumbSchema, columnSteps, Pager } from '../templates/navigation';
import type { Child } from '../templates/parts';
import type { ListView } from '../types/entry-type';
import { missingPage } from './missing';

/** Which part of a column's list is asked for. */
export interface AskedList {
  view: string | undefined;
  page: number;
}

const Sibling = ({ node, current }: { node: ColumnNode; current: string }): VNode => (
  <li>
    <a href={columnPath(node)} aria-current={node.code === current ? 'page' : undefined}>
      {node.name}
    </a>
    {node.children.length > 0 ? (
      <ul>
        {node.children.map((child) => (
          <Sibling key={child.code} node={child} current={current} />
        ))}
      </ul>
    ) : null}
  </li>
);

/** The other columns of the section, beside the list. */
const Siblings = ({
  columns,
  column,
}: {
  columns: PageContext['columns'];
  column: ColumnNode;
}): VNode => (
  <nav class="siblings" aria-label="本版块栏目">
    <p class="siblings-head">{SECTIONS.get(column.section)?.name}</p>
    <ul>
      {columns.of(column.section).map((node) => (
        <Sibling key={node.code} node={node} current={column.code} />
      ))}
    </ul>
  </nav>
);

const Views = ({
  path,
  views,
  current,
}: {
  path: string;
  views: readonly ListView[];
  current: ListView;
}): VNode => (
  <ul class="views">
    {views.map(({ code, name }, index) => (
      <li key={code}>
        <a
          href={index === 0 ? path : listPath(path, { view: code })}
          aria-current={code === current.code ? 'page' : undefined}
        >
          {name}
        </a>
      </li>
    ))}
  </ul>
);

const Below = ({ column }: { column: ColumnNode }): VNode => (
  <div class="boxes">
    {column.children.map((node) => (
      <section key={node.code} class="box">
        <h2>
          <a href={columnPath(node)}>{node.name}</a>
        </h2>
        {node.description ? <p>{node.description}</p> : null}
        <p class="quiet">{node.count} 条</p>
      </section>
    ))}
  </div>
);

interface Drawn {
  content: Child;
  head: Pick<Head, 'path' | 'isUnlisted'> & { suffix: string };
}

const plain = (column: ColumnNode, content: Child): Drawn => ({
  content,
  head: { path: columnPath(column), suffix: '' },
});

interface Listing extends ListPage {
  filters: readonly Filter[];
  view: ListView | undefined;
}

const suffixOf = ({ view, page, filters }: Listing, isFirstView: boolean): string => {
  const isFiltered = filters.some(({ value }) => value !== '');
  return [
    view && !isFirstView ? ` ${view.name}` : '',
    isFiltered ? ' 查询结果' : '',
    page > 1 ? ` 第${page}页` : '',
  ].join('');
};

const empty = (isFiltered: boolean): VNode => (
  <p class="notice">{isFiltered ? '没有符合条件的内容，请换个条件再查。' : '本栏目暂无内容。'}</p>
);

/** The list of a column, or nothing where there is no such page of it. */
const drawList = async (
  { strapi, query, now }: PageContext,
  column: ColumnNode,
  asked: AskedList
): Promise<Drawn | null> => {
  const carried = carriedBy(strapi, column);
  if (!carried) return null;
  const { type, shown } = carried;
  const { views } = shown.list;
  const view =
    asked.view === undefined ? views?.[0] : views?.find(({ code }) => code === asked.view);
  if (asked.view !== undefined && !view) return null;
  const isFirstView = view === views?.[0];
  const filters = filtersOf(strapi, type, shown, query, now);
  const given = queryOf(filters);
  const isFiltered = Object.keys(given).length > 0;
  const inQuery = Math.trunc(Number(query.get('page')));
  const page = isFiltered && inQuery > 1 ? inQuery : asked.page;
  const list = await listPage(strapi, carried, {
    where: { $and: [entriesOf(column, type), ...conditionsOf(strapi, type, filters)] },
    view,
    page,
    now,
  });
  if (page > 1 && page > list.pageCount) return null;
  const path = columnPath(column);
  const of = isFirstView ? undefined : view?.code;
  return {
    head: {
      path: listPath(path, { view: of, page }),
      suffix: suffixOf({ ...list, filters, view }, isFirstView),
      isUnlisted: isFiltered,
    },
    content: (
      <>
        {filters.length > 0 ? (
          <FilterForm
            action={of === undefined ? path : listPath(path, { view: of })}
            filters={filters}
            heading="按条件查询"
          />
        ) : null}
        {views && view ? <Views path={path} views={views} current={view} /> : null}
        {list.entries.length > 0 ? shown.list.draw(list.entries, column, now) : empty(isFiltered)}
        <Pager {...list} addressOf={(to) => listPath(path, { view: of, page: to, query: given })} />
      </>
    ),
  };
};

const drawColumn = async (
  context: PageContext,
  column: ColumnNode,
  asked: AskedList
): Promise<Drawn | null> => {
  if (carriedBy(context.strapi, column)) return drawList(context, column, asked);
  if (asked.view !== undefined || asked.page > 1) return null;
  if (column.children.length > 0) return plain(column, <Below column={column} />);
  return plain(
    column,
    <p class="notice">本栏目的网上服务尚未开通，请到服务窗口或者拨打电话办理。</p>
  );
};

/** A column: its entries, paged and narrowed, or the columns below it. */
export const columnPage = async (
  context: PageContext,
  trail: readonly ColumnNode[],
  asked: AskedList
): Promise<Page> => {
  const { site, columns, now } = context;
  const column = trail.at(-1);
  const drawn = column ? await drawColumn(context, column, asked) : null;
  if (!column || !drawn) return missingPage(context, 404);
  const steps = columnSteps(trail).map((step, index, all) =>
    index === all.length - 1 ? { name: step.name } : step
  );
  const { suffix, ...head } = drawn.head;
  const section = SECTIONS.get(column.section)?.name ?? '';
  return rendered(
    200,
    <Document
      site={site}
      section={column.section}
      now={now}
      head={{
        ...head,
        title: [...new Set([column.name + suffix, section, site.name])].join(' - '),
        column,
        description: column.description,
        schema: [breadcrumbSchema(site, steps)],
        feed: column.carries ? `${columnPath(column)}rss.xml` : undefined,
      }}
    >
      <Breadcrumbs steps={steps} />
      <div class="with-siblings">
        <Siblings columns={columns} column={column} />
        <div>
          <h1>{column.name}</h1>
          {column.description ? <p class="about">{column.description}</p> : null}
          {drawn.content}
        </div>
      </div>
    </Document>
  );
};
