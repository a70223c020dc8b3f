import type { Core, Struct } from '@strapi/strapi';
import { isOfSite } from '../content-types/opt-in';
import { attachmentTableOf, tableOf } from '../../../../../common/database/tables';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import { FILE, MENTIONS } from '../constants';

/** A row that uses a file: by a field of its own or of its components, or in its text. */
export interface FileUse {
  file: number;
  uid: string;
  id: number;
  documentId: string;
  title: string;
  /** Whether visitors can read the row. */
  isPublic: boolean;
}

/** A row, of a content type or of a component, that uses a file. */
interface Holder {
  file: number;
  id: number;
  type: string;
}

interface MaybeComponent {
  type?: string;
  component?: string;
  components?: readonly string[];
}

/** A table that ties components to the rows that they are part of. */
interface Parent {
  uid: string;
  table: string;
}

const holdsComponent = (attribute: MaybeComponent, component: string): boolean =>
  attribute.component === component || (attribute.components ?? []).includes(component);

/** What uses files, wherever in a row. */
export const fileUseRepository = oncePerApplication((strapi: Core.Strapi) => {
  const related = attachmentTableOf(strapi, FILE);
  const types = contentTypesOf(strapi);
  const models = [
    ...types.values(),
    ...Object.values(strapi.components as unknown as Record<string, Struct.ContentTypeSchema>),
  ];

  const parentsOf = (component: string): Parent[] => {
    const parents = models.flatMap(({ uid, attributes }) =>
      Object.entries(attributes as Record<string, MaybeComponent>)
        .filter(([, attribute]) => holdsComponent(attribute, component))
        .flatMap(([name]) => {
          const relation = strapi.db.metadata.get(uid).attributes[name];
          return relation && 'joinTable' in relation ? [relation.joinTable.name] : [];
        })
        .map((table) => ({ uid, table }))
    );
    return [...new Map(parents.map((parent) => [parent.table, parent])).values()];
  };

  /** The rows that components are part of. */
  const climb = async (
    trx: Transaction,
    component: string,
    holders: readonly Holder[]
  ): Promise<Holder[]> => {
    const found: Holder[] = [];
    for (const { uid, table } of parentsOf(component)) {
      const rows: Array<{ id: number; part: number }> = await trx(table)
        .where('component_type', component)
        .whereIn(
          'cmp_id',
          holders.map(({ id }) => id)
        )
        .select({ id: 'entity_id', part: 'cmp_id' });
      for (const { id, part } of rows) {
        const files = holders.filter((holder) => holder.id === part);
        found.push(...files.map(({ file }) => ({ file, id, type: uid })));
      }
    }
    return found;
  };

  const columnsOf = ({ attributes, options }: Struct.ContentTypeSchema): string[] => {
    const title = ['title', 'name', 'organ', 'reason'].find((name) => name in attributes);
    return [
      ...['id', 'document_id'],
      ...(title ? [title] : []),
      ...(options?.draftAndPublish ? ['published_at'] : []),
    ];
  };

  const describe = async (
    trx: Transaction,
    uid: string,
    holders: readonly Holder[]
  ): Promise<FileUse[]> => {
    const type = types.get(uid);
    if (!type) return [];
    const rows: Array<Record<string, unknown> & { id: number; document_id: string }> = await trx(
      tableOf(strapi, uid)
    )
      .select(columnsOf(type))
      .whereIn(
        'id',
        holders.map(({ id }) => id)
      );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return holders.flatMap(({ file, id }) => {
      const row = byId.get(id);
      if (!row) return [];
      const title = row.title ?? row.name ?? row.organ ?? row.reason;
      return {
        file,
        uid,
        id,
        documentId: row.document_id,
        title: typeof title === 'string' ? title : '',
        isPublic: isOfSite(uid) && row.published_at !== null,
      };
    });
  };

  const resolve = async (trx: Transaction, holders: readonly Holder[]): Promise<FileUse[]> => {
    const uses: FileUse[] = [];
    for (const type of new Set(holders.map((holder) => holder.type))) {
      const own = holders.filter((holder) => holder.type === type);
      const isComponent = !types.has(type);
      uses.push(
        ...(isComponent
          ? await resolve(trx, await climb(trx, type, own))
          : await describe(trx, type, own))
      );
    }
    return uses;
  };

  return {
    /** All rows that use some of the files. */
    async of(trx: Transaction, files: readonly number[]): Promise<FileUse[]> {
      if (files.length === 0) return [];
      const attached: Holder[] = await trx(related.table)
        .whereIn(related.file, [...files])
        .select({ file: related.file, id: related.id, type: related.type });
      const mentioned: Holder[] = await trx(MENTIONS)
        .whereIn('file_id', [...files])
        .select({ file: 'file_id', id: 'entry_id', type: 'uid' });
      return resolve(trx, [...attached, ...mentioned]);
    },
  };
});
