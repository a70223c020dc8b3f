import { PAGE_SIZE } from '../config.js';
import { TYPES } from '../types/index.js';
import { fetchEntries } from './api.js';
import { h } from './dom.js';

/** The catalogue of powers names all of them, also those whose details stand in another column. */
const WHOLE_COLLECTION = new Set(['power-catalogue']);

/** Which entries of its collection a column shows. */
const filterOf = ({ code, placement }) => {
  if (WHOLE_COLLECTION.has(code)) return {};
  if (placement) return { 'filters[placement][$eq]': placement };
  return { 'filters[column][code][$eq]': code };
};

/** Published entries of a column, a page of them, and how many pages there are. */
export const fetchColumn = (column, { page = 1, pageSize = PAGE_SIZE, view } = {}) => {
  const { list } = TYPES[column.carries];
  return fetchEntries(column.carries, {
    ...filterOf(column),
    ...(view ? view.query() : (list.query ?? list.views[0].query())),
    'pagination[page]': page,
    'pagination[pageSize]': pageSize,
  });
};

/** Numbers near the current page, with the first and the last. */
const numbersOf = (page, pageCount) =>
  Array.from({ length: pageCount }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pageCount || Math.abs(number - page) <= 2
  );

/** Links to the other pages of a list; nothing where there is but one. */
export const pager = ({ page, pageCount, total }, addressOf) => {
  if (pageCount <= 1) return null;
  const link = (number, text, label) =>
    h(
      'li',
      {},
      h(
        'a',
        {
          href: addressOf(number),
          'aria-label': label,
          'aria-current': number === page && !label ? 'page' : null,
        },
        text
      )
    );
  return h(
    'nav',
    { class: 'pager', 'aria-label': '分页' },
    h('p', { class: 'quiet' }, `共 ${total} 条，第 ${page} / ${pageCount} 页`),
    h(
      'ul',
      {},
      page > 1 ? link(page - 1, '上一页', '上一页') : null,
      numbersOf(page, pageCount).map((number) => link(number, String(number))),
      page < pageCount ? link(page + 1, '下一页', '下一页') : null
    )
  );
};
