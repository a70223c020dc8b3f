import type { Core, Struct } from '@strapi/strapi';
import { ownershipRepository } from './ownership';
import { groupBy } from '../../../../../common/group-by';
import { type VersionRow, rowRepository } from '../../../../../common/database/version-rows';
import { wrapped, type Registry } from './registry';
import { isScopedRequest, readingScope } from './requester';
import { forbidden } from '../messages';
import { FOLDER } from '../constants';

interface Folder {
  id: number;
  children: Folder[];
}

interface FolderService {
  getStructure(): Promise<Folder[]>;
}

interface Counts {
  draft: number;
  published: number;
  modified: number;
}

interface HomepageService {
  getCountDocuments(): Promise<Counts>;
}

type Handler = (ctx: unknown) => Promise<unknown>;

const only = (folders: readonly Folder[], own: ReadonlySet<number>): Folder[] =>
  folders.flatMap((folder) => {
    const children = only(folder.children, own);
    return own.has(folder.id) ? [{ ...folder, children }] : children;
  });

const ownFolders = async (strapi: Core.Strapi, folders: Folder[]): Promise<Folder[]> => {
  if ((await readingScope(strapi, FOLDER)) === null) return folders;
  const rows = await rowRepository(strapi).versions(FOLDER);
  return only(folders, new Set(rows.map(({ id }) => id)));
};

const timeOf = (value: unknown): number => new Date(String(value)).getTime();

const stateOf = (versions: readonly VersionRow[]): keyof Counts => {
  const published = versions.filter(({ publishedAt }) => publishedAt !== null);
  if (published.length === 0) return 'draft';
  const drafts = versions.filter(({ publishedAt }) => publishedAt === null);
  const last = (rows: readonly VersionRow[]): number =>
    Math.max(...rows.map(({ updatedAt }) => timeOf(updatedAt)));
  return drafts.length > 0 && last(drafts) > last(published) ? 'modified' : 'published';
};

/** How many entries of the own units are drafts, published, and changed since. */
const countOwn = async (strapi: Core.Strapi): Promise<Counts> => {
  const counts: Counts = { draft: 0, published: 0, modified: 0 };
  const types = Object.values(
    strapi.contentTypes as unknown as Record<string, Struct.ContentTypeSchema>
  );
  for (const { uid, options } of types) {
    if (!options?.draftAndPublish || !ownershipRepository(strapi).isOwned(uid)) continue;
    const rows = await rowRepository(strapi).versions(uid);
    const byDocument = groupBy(rows, ({ documentId }) => documentId);
    for (const versions of byDocument.values()) counts[stateOf(versions)] += 1;
  }
  return counts;
};

/**
 * What Strapi reads or moves past its own queries, where nothing narrows it: the tree of folders,
 * the counts on the home page, and the moving and deleting of many files. Called by `register`,
 * before anything asks for these services.
 */
export const isolateRest = (strapi: Core.Strapi): void => {
  const services = strapi.get<Registry>('services');
  services.extend('plugin::upload.folder', (part) => {
    const service = part as unknown as FolderService;
    return wrapped(part, {
      getStructure: async () => ownFolders(strapi, await service.getStructure()),
    });
  });
  services.extend('plugin::content-manager.homepage', (part) => {
    const service = part as unknown as HomepageService;
    return wrapped(part, {
      getCountDocuments: async () =>
        isScopedRequest(strapi) ? countOwn(strapi) : service.getCountDocuments(),
    });
  });
  const controllers = strapi.get<Registry>('controllers');
  controllers.extend('plugin::upload.admin-folder-file', (part) => {
    const handlers = Object.entries(part as Record<string, Handler>);
    const guarded = handlers.map(([name, handler]) => [
      name,
      async (ctx: unknown): Promise<unknown> => {
        if (isScopedRequest(strapi)) throw forbidden(strapi, 'error.ownUnit.library');
        return handler(ctx);
      },
    ]);
    return wrapped(part, Object.fromEntries(guarded) as Record<string, Handler>);
  });
};
