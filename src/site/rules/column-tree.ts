import type { Core, Struct } from '@strapi/strapi';
import type { DocumentContext } from '../../common/documents/context';
import { shown } from '../../common/messages/validation';
import { COLUMN, entryTypes } from '../content-types';
import { takeTurns } from '../lock';
import { refuse } from '../refusals';
import { readDraft, type Row, type Rule, type Written } from '../write';

interface Column extends Row {
  code: string;
  name: string;
  section: string;
  carries: string | null;
  placement: string | null;
  parent?: Column | null;
}

const ARTICLES = 'articles';
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const parentOf = async (strapi: Core.Strapi, { id }: Column): Promise<Column | null> => {
  const found = (await strapi.db
    .query(COLUMN)
    .findOne({ where: { id }, populate: { parent: true } })) as Column | null;
  return found?.parent ?? null;
};

const requireTree = async (strapi: Core.Strapi, column: Column): Promise<void> => {
  const parent = column.parent ?? null;
  const seen = new Set<number>([column.id]);
  for (let above = parent; above; above = await parentOf(strapi, above)) {
    if (seen.has(above.id)) throw refuse(strapi, 'parent', 'error.columnTree.parent');
    seen.add(above.id);
  }
  if (parent && parent.section !== column.section) {
    throw refuse(strapi, 'parent', 'error.columnTree.section', { name: parent.name });
  }
  const stray = (await strapi.db.query(COLUMN).findOne({
    where: { parent: { id: column.id }, section: { $ne: column.section } },
  })) as Column | null;
  if (stray) throw refuse(strapi, 'section', 'error.columnTree.below', { name: stray.name });
};

const requirePlacement = async (strapi: Core.Strapi, column: Column): Promise<void> => {
  const { id, placement, carries } = column;
  if (!placement) return;
  const twins = await strapi.db.query(COLUMN).count({ where: { placement, id: { $ne: id } } });
  if (carries !== ARTICLES || twins > 0) {
    throw refuse(strapi, 'placement', 'error.columnTree.placement');
  }
};

const entriesIn = async (
  strapi: Core.Strapi,
  { id }: Column,
  types: readonly Struct.ContentTypeSchema[]
): Promise<number> => {
  let count = 0;
  for (const { uid } of types) {
    count += await strapi.db.query(uid).count({ where: { column: { id } } });
  }
  return count;
};

/** A column with entries goes on carrying their type. */
const requireSameContent = async (strapi: Core.Strapi, column: Column): Promise<void> => {
  const others = entryTypes(strapi).filter(({ info }) => info.pluralName !== column.carries);
  if ((await entriesIn(strapi, column, others)) > 0) {
    throw refuse(strapi, 'carries', 'error.columnTree.carries', { name: column.name });
  }
};

/** The columns are a tree in each section, whose columns carry what their entries are. */
export const columnTree: Rule = {
  concerns: ({ uid }) => uid === COLUMN,
  async before({ strapi, data }) {
    await takeTurns(strapi, 'columns');
    const code = data?.code;
    if (code === undefined || code === null || code === '') return;
    if (typeof code === 'string' && CODE.test(code)) return;
    throw refuse(strapi, 'code', 'error.columnTree.code', { value: shown(code) });
  },
  async after({ strapi, row }: Written) {
    const column = row as Column;
    await requireTree(strapi, column);
    await requirePlacement(strapi, column);
    await requireSameContent(strapi, column);
  },
};

/**
 * Keeps a column that is in use from being deleted.
 *
 * @throws ValidationError when entries stand in it or columns below it
 */
export const refuseColumnInUse = async (
  strapi: Core.Strapi,
  { uid, params }: DocumentContext
): Promise<void> => {
  if (uid !== COLUMN || params.documentId === undefined) return;
  const contentType: Struct.ContentTypeSchema = strapi.contentType(COLUMN);
  const column = (await readDraft(strapi, contentType, params.documentId, false)) as Column | null;
  if (!column) return;
  const below = await strapi.db.query(COLUMN).count({ where: { parent: { id: column.id } } });
  if (below + (await entriesIn(strapi, column, entryTypes(strapi))) > 0) {
    throw refuse(strapi, 'column', 'error.columnTree.inUse', { name: column.name });
  }
};
