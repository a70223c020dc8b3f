import type { ReactNode } from 'react';
import type { ListFieldLayout, ListLayout } from '@strapi/content-manager/strapi-admin';
import type { MessageDescriptor } from 'react-intl';
import { ChoiceCell } from '../ChoiceCell';
import { PointsCell } from '../../points/PointsCell';
import { ChannelCell } from '../../adoptions/ChannelCell';
import { CHANNEL_FIELD, CHOICE_FIELD } from '../../constants';
import { trId } from '../translations';

/** The hook of the Content Manager that lets plugins change a list's columns. */
export const COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

type Row = Parameters<NonNullable<ListFieldLayout['cellFormatter']>>[0];

/**
 * A column as the hook passes it: its label is a message where a plugin adds it and a plain string
 * otherwise, and its formatter is told the content type besides.
 */
type Column = Omit<ListFieldLayout, 'label' | 'cellFormatter'> & {
  label: string | MessageDescriptor;
  cellFormatter?: (row: Row, header: unknown, context: { model: string }) => ReactNode;
};

interface ColumnsHookArguments {
  displayedHeaders: Column[];
  layout: ListLayout;
}

const isOfField = ({ attribute }: Column, field: string): boolean =>
  'customField' in attribute && attribute.customField === field;

const valueIn = (row: object, name: string): unknown => (row as Record<string, unknown>)[name];

const choiceFormatter =
  (name: string): Column['cellFormatter'] =>
  (row) => <ChoiceCell value={valueIn(row, name)} />;

const channelFormatter =
  (name: string): Column['cellFormatter'] =>
  (row) => <ChannelCell value={valueIn(row, name)} />;

/** How a column shows its values, where it shows them by names. */
const formatterOf = (column: Column): Column['cellFormatter'] => {
  if (isOfField(column, CHOICE_FIELD)) return choiceFormatter(column.name);
  return isOfField(column, CHANNEL_FIELD) ? channelFormatter(column.name) : undefined;
};

const placementColumn: Column = {
  attribute: { type: 'custom' },
  name: 'placement',
  label: { id: trId('column.placement'), defaultMessage: 'Placement' },
  searchable: false,
  sortable: false,
  cellFormatter: choiceFormatter('placement'),
};

const pointsColumn: Column = {
  attribute: { type: 'custom' },
  name: 'points',
  label: { id: trId('column.points'), defaultMessage: 'Points' },
  searchable: false,
  sortable: false,
  cellFormatter: (row, _header, { model }) => (
    <PointsCell uid={model} documentId={row.documentId} />
  ),
};

const withoutColumnsOf = (columns: Column[], added: Column[]): Column[] =>
  added.filter(({ name }) => !columns.some((column) => column.name === name));

/**
 * Shows the values of closed lists by their labels in every list, and adds placement and points to
 * the lists of the content types whose entries can earn any.
 */
export const changeColumns = ({
  displayedHeaders,
  layout,
}: ColumnsHookArguments): ColumnsHookArguments => {
  const columns = displayedHeaders.map((column) => {
    const cellFormatter = formatterOf(column);
    return cellFormatter ? { ...column, cellFormatter } : column;
  });
  if (!('points' in layout.options && 'placement' in layout.metadatas)) {
    return { displayedHeaders: columns, layout };
  }
  const added = [placementColumn, pointsColumn];
  return { displayedHeaders: [...columns, ...withoutColumnsOf(columns, added)], layout };
};
