import type { VNode } from 'preact';
import { columnPath, HOME, sectionPath } from '../addresses';
import { SECTIONS, type Site } from '../site';
import type { ColumnNode } from '../../public-api/column-tree';

export interface Step {
  name: string;
  href?: string;
}

/** Where the page stands: home, its section, the columns above it. */
export const Breadcrumbs = ({ steps }: { steps: readonly Step[] }): VNode => (
  <nav class="breadcrumbs" aria-label="当前位置">
    <ol>
      <li>
        <a href={HOME}>首页</a>
      </li>
      {steps.map(({ name, href }) => (
        <li key={name}>
          {href === undefined ? <span aria-current="page">{name}</span> : <a href={href}>{name}</a>}
        </li>
      ))}
    </ol>
  </nav>
);

/** The same for machines. */
export const breadcrumbSchema = (site: Site, steps: readonly Step[]): object => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: '首页', href: HOME }, ...steps].map(({ name, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    ...(href === undefined ? {} : { item: site.url + href }),
  })),
});

const sectionStep = (section: string): Step => ({
  name: SECTIONS.get(section)?.name ?? '',
  href: sectionPath(section),
});

export const columnSteps = (trail: readonly ColumnNode[]): Step[] => {
  const section = trail[0]?.section;
  return [
    ...(section === undefined ? [] : [sectionStep(section)]),
    ...trail.map((node) => ({ name: node.name, href: columnPath(node) })),
  ];
};

interface Paging {
  page: number;
  pageCount: number;
  total: number;
  addressOf: (page: number) => string;
}

/** Numbers near the current page, with the first and the last. */
const numbersOf = ({ page, pageCount }: Paging): number[] =>
  Array.from({ length: pageCount }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pageCount || Math.abs(number - page) <= 2
  );

/** Links to the other pages of a list; nothing where there is but one. */
export const Pager = (paging: Paging): VNode | null => {
  const { page, pageCount, total, addressOf } = paging;
  if (pageCount <= 1) return null;
  return (
    <nav class="pager" aria-label="分页">
      <p class="quiet">
        共 {total} 条，第 {page} / {pageCount} 页
      </p>
      <ul>
        {page > 1 ? (
          <li>
            <a href={addressOf(page - 1)} rel="prev">
              上一页
            </a>
          </li>
        ) : null}
        {numbersOf(paging).map((number) => (
          <li key={number}>
            <a href={addressOf(number)} aria-current={number === page ? 'page' : undefined}>
              {number}
            </a>
          </li>
        ))}
        {page < pageCount ? (
          <li>
            <a href={addressOf(page + 1)} rel="next">
              下一页
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
};
