import type { Core, Struct } from '@strapi/strapi';
import { hasPlacement, ask } from '../../plugins/points/server/src/public';
import { COLUMN, standsInColumn } from '../content-types';
import { inARow, refuse, say } from '../refusals';
import type { Row, Rule, Written } from '../write';

interface Column extends Row {
  name: string;
  carries: string | null;
  placement: string | null;
}

const columnsOf = async (
  strapi: Core.Strapi,
  { info }: Struct.ContentTypeSchema
): Promise<Column[]> =>
  (await strapi.db.query(COLUMN).findMany({
    where: { carries: info.pluralName },
    orderBy: [{ section: 'asc' }, { order: 'asc' }],
  })) as Column[];

const namesOf = (strapi: Core.Strapi, columns: readonly Column[]): string =>
  inARow(
    strapi,
    columns.map(({ name }) => name)
  );

/** Puts all rows of the document that the write made into a column. */
const standIn = async (written: Written, column: Column): Promise<void> => {
  const { strapi, contentType, documentId, publishes } = written;
  const query = strapi.db.query(contentType.uid);
  const rows = (await query.findMany({
    select: ['id'],
    where: { documentId, ...(publishes ? {} : { publishedAt: null }) },
  })) as Row[];
  for (const { id } of rows) await query.update({ where: { id }, data: { column: column.id } });
  written.row.column = column;
};

/** The column that the entry belongs in by itself: that of its placement, or the only one of its type. */
const columnByItself = (
  { contentType, row }: Written,
  chosen: Column | null,
  columns: readonly Column[]
): Column | undefined => {
  if (hasPlacement(contentType)) {
    if (!row.placement || (chosen !== null && !chosen.placement)) return undefined;
    return columns.find(({ placement }) => placement === row.placement);
  }
  return chosen === null && columns.length === 1 ? columns[0] : undefined;
};

/** Whether nothing else can be meant than the chosen column, whatever other columns there are. */
const isSettled = (
  contentType: Struct.ContentTypeSchema,
  { placement }: Row,
  chosen: Column
): boolean =>
  !hasPlacement(contentType) || !placement || !chosen.placement || chosen.placement === placement;

/**
 * What is published without a column hardly anybody finds. News may be meant so, and whoever sends
 * the request is asked; nothing else is published so.
 */
const requireColumn = ({ strapi, contentType }: Written, columns: readonly Column[]): void => {
  const values = namesOf(strapi, columns);
  if (!hasPlacement(contentType))
    throw refuse(strapi, 'column', 'error.column.missing', { values });
  if (columns.length === 0) return;
  ask(strapi, {
    question: 'no-column',
    field: 'column',
    sentence: say(strapi, 'error.column.none', { values }),
  });
};

/**
 * An entry stands in a column that carries its type. Where that goes without saying, the system
 * fills it in: news stand in the column of their placement, and many types have just one column.
 * Publishing without a column is refused or asked about.
 */
export const entryColumn: Rule = {
  concerns: standsInColumn,
  async after(written) {
    const { strapi, contentType, row, publishes } = written;
    const chosen = row.column as Column | null;
    if (chosen !== null && chosen.carries !== contentType.info.pluralName) {
      throw refuse(strapi, 'column', 'error.column.carries', {
        name: chosen.name,
        values: namesOf(strapi, await columnsOf(strapi, contentType)),
      });
    }
    if (chosen !== null && isSettled(contentType, row, chosen)) return;
    const columns = await columnsOf(strapi, contentType);
    const own = columnByItself(written, chosen, columns);
    if (own && own.id !== chosen?.id) await standIn(written, own);
    if (publishes && !row.column) requireColumn(written, columns);
  },
};
