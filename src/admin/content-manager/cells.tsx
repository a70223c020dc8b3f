import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import { FormattedDate } from 'react-intl';
import type { ListFieldLayout, ListLayout } from '@strapi/content-manager/strapi-admin';
import { isYear } from './years';

/** The hook of the Content Manager that lets a list's columns be changed. */
export const LIST_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

interface ListHookArguments {
  displayedHeaders: ListFieldLayout[];
  layout: ListLayout;
}

type Draw = (value: string | number) => ReactNode;

const drawDay: Draw = (value) => <FormattedDate value={value} dateStyle="short" />;

const drawMoment: Draw = (value) => (
  <FormattedDate value={value} dateStyle="short" timeStyle="short" hour12={false} />
);

/** How a column is drawn where Strapi takes too much room for it, or writes a year as 2,026. */
const drawOf = (name: string, type: string): Draw | undefined => {
  if (isYear({ name, type })) return String;
  if (type === 'date') return drawDay;
  return type === 'datetime' ? drawMoment : undefined;
};

const valueIn = (row: object, name: string): unknown => (row as Record<string, unknown>)[name];

/**
 * Writes dates in lists briefly: with the day of the week, as Strapi writes them, the columns of an
 * event leave none of the window for whether it is published.
 */
export const drawBriefly = ({ displayedHeaders, layout }: ListHookArguments): ListHookArguments => {
  const columns = displayedHeaders.map((column): ListFieldLayout => {
    const draw = drawOf(column.name, column.attribute.type);
    if (draw === undefined || column.cellFormatter !== undefined) return column;
    return {
      ...column,
      cellFormatter: (row) => {
        const value = valueIn(row, column.name);
        const isGiven = typeof value === 'string' || typeof value === 'number';
        return <Typography textColor="neutral800">{isGiven ? draw(value) : '-'}</Typography>;
      },
    };
  });
  return { displayedHeaders: columns, layout };
};
