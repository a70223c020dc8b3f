import type { Core } from '@strapi/strapi';
import { wrapped, type Registry } from '../isolation/registry';
import { withLedgerLock } from '../ledger-lock';
import { libraryRepository, watchFileWrites } from './library-repository';
import { fileLockService } from './file-locks';
import { personOf } from '../records/requester';
import { fileRepository } from '../records/files';
import { fileMentionRepository } from './file-mentions-repository';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { refuse } from '../messages';

type Data = Record<string, unknown>;

interface Information extends Data {
  name?: string | null;
  alternativeText?: string | null;
  caption?: string | null;
}

interface Bytes {
  hash: string;
  ext: string;
}

interface FileRow extends Bytes, Data {
  id: number;
  formats?: Record<string, Bytes> | null;
}

interface UploadService {
  upload(request: { data: Data; files: unknown }, options?: object): Promise<FileRow[]>;
  replace(id: string, request: { data: Data; file: unknown }, options?: object): Promise<FileRow>;
  updateFileInfo(id: string, information: Information, options?: object): Promise<FileRow>;
  remove(file: FileRow): Promise<unknown>;
}

interface ManyService {
  deleteByIds(ids?: number[]): Promise<unknown>;
}

interface BulkRequest {
  request: { body?: { fileIds?: number[]; folderIds?: number[] } };
}

/** What ties a file to a row, or puts it somewhere, past the row itself. */
const TIES = ['ref', 'refId', 'field', 'path', 'related'] as const;

/** What replacing brings: all that tells of the bytes. */
const OF_BYTES = [
  ...['hash', 'ext', 'mime', 'size', 'sizeInBytes', 'url', 'formats', 'width', 'height'],
  ...['previewUrl', 'provider', 'provider_metadata'],
] as const;

/** What is said of a file is part of what was signed. Its place in the library is not. */
const SAID = ['name', 'alternativeText', 'caption'] as const;

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * @throws ValidationError when the data ties a file to a row: that is the row's to say, which passes
 *   the rules of its type
 */
const requireUntied = (strapi: Core.Strapi, data: Data | undefined): void => {
  const field = TIES.find((name) => isSet(data?.[name]));
  if (field !== undefined) throw refuse(strapi, field, 'error.file.tied', { field });
};

const picked = (row: Data, names: readonly string[]): Data =>
  Object.fromEntries(names.flatMap((name) => (name in row ? [[name, row[name]]] : [])));

const deleteBytes = async (strapi: Core.Strapi, { hash, ext, formats }: FileRow): Promise<void> => {
  const { provider } = strapi.plugin('upload') as unknown as {
    provider: { delete(file: Bytes): Promise<unknown> };
  };
  for (const bytes of [{ hash, ext }, ...Object.values(formats ?? {})])
    await provider.delete(bytes);
};

const guardUploads = (strapi: Core.Strapi, service: UploadService) => {
  const library = libraryRepository(strapi);

  const requireUnlocked = (trx: Transaction, id: number | string): Promise<void> =>
    fileLockService(strapi).requireUnlocked(trx, [Number(id)]);

  const changes = async (trx: Transaction, id: string, said: Information): Promise<boolean> => {
    const [stored] = await fileRepository(strapi).stored(trx, [Number(id)]);
    const isOfUnit = personOf(strapi)?.isOfUnit ?? false;
    return SAID.some((name) => {
      const given = said[name] ?? undefined;
      const before = stored?.[name] ?? '';
      if (given === undefined || given === before) return false;
      // Without a text for the blind a picture that was sent in could not be published.
      return before !== '' || isOfUnit;
    });
  };

  /** Puts the bytes of one file in the place of another's, whose address goes with its bytes. */
  const swap = async (id: string, made: FileRow, said: Data, user?: object): Promise<FileRow> => {
    const before = (await library.find(id)) as FileRow | null;
    const after = await withLedgerLock(strapi, async (trx) => {
      await requireUnlocked(trx, id);
      await library.forget(made.id);
      const data = { ...picked(made, OF_BYTES), ...said, ...user };
      return (await library.write(id, data)) as FileRow;
    });
    if (before) await deleteBytes(strapi, before);
    return after;
  };

  return {
    async upload(request: { data: Data; files: unknown }, options?: object) {
      requireUntied(strapi, request.data);
      return service.upload(request, options);
    },

    /** The bytes of an address never change: what replaces a file gets an address of its own. */
    async replace(
      id: string,
      { data, file }: { data: Data; file: unknown },
      options: { user?: { id: number } } = {}
    ): Promise<FileRow> {
      requireUntied(strapi, data);
      await inTransaction(strapi, async (trx) => {
        await requireUnlocked(trx, id);
        if (await fileMentionRepository(strapi).has(trx, Number(id))) {
          throw refuse(strapi, 'files', 'error.file.shown');
        }
      });
      const [made] = await service.upload({ data, files: [file] }, options);
      if (!made) throw refuse(strapi, 'files', 'error.file.none');
      const { user } = options;
      const said = picked((data.fileInfo ?? {}) as Data, [...SAID, 'focalPoint', 'folder']);
      const given = Object.fromEntries(Object.entries(said).filter(([, value]) => isSet(value)));
      try {
        return await swap(id, made, given, user && { updatedBy: user.id });
      } catch (error) {
        await service.remove(made);
        throw error;
      }
    },

    async updateFileInfo(id: string, information: Information, options?: object) {
      return withLedgerLock(strapi, async (trx) => {
        if (await changes(trx, id, information)) await requireUnlocked(trx, id);
        return service.updateFileInfo(id, information, options);
      });
    },

    async remove(file: FileRow) {
      return withLedgerLock(strapi, async (trx) => {
        await requireUnlocked(trx, file.id);
        return service.remove(file);
      });
    },
  };
};

/** Deletes many, or none where one of them is locked. */
const guardMany = (
  strapi: Core.Strapi,
  service: ManyService,
  filesOf: (trx: Transaction, ids: number[]) => Promise<number[]>
) => ({
  async deleteByIds(ids: number[] = []): Promise<unknown> {
    return withLedgerLock(strapi, async (trx) => {
      await fileLockService(strapi).requireUnlocked(trx, await filesOf(trx, ids));
      return service.deleteByIds(ids);
    });
  },
});

/**
 * Holds what Strapi's media library does to files to the rows that use them, whichever address it is
 * asked through. Called by `register`, before anything asks for these services.
 */
export const guardLibrary = (strapi: Core.Strapi): void => {
  const services = strapi.get<Registry>('services');
  services.extend('plugin::upload.upload', (part) =>
    wrapped(part, guardUploads(strapi, part as unknown as UploadService))
  );
  services.extend('plugin::upload.file', (part) =>
    wrapped(
      part,
      guardMany(strapi, part as unknown as ManyService, (_trx, ids) => Promise.resolve(ids))
    )
  );
  const inFolders = (trx: Transaction, ids: number[]): Promise<number[]> =>
    fileRepository(strapi).inFolders(trx, ids);
  services.extend('plugin::upload.folder', (part) =>
    wrapped(part, guardMany(strapi, part as unknown as ManyService, inFolders))
  );
  const controllers = strapi.get<Registry>('controllers');
  controllers.extend('plugin::upload.admin-folder-file', (part) => {
    const { deleteMany } = part as unknown as {
      deleteMany: (ctx: BulkRequest) => Promise<unknown>;
    };
    return wrapped(part, {
      // Strapi deletes the files before it looks at the folders.
      deleteMany: async (ctx: BulkRequest): Promise<unknown> => {
        const { fileIds = [], folderIds = [] } = ctx.request.body ?? {};
        await inTransaction(strapi, async (trx) => {
          const inside = await inFolders(trx, folderIds);
          await fileLockService(strapi).requireUnlocked(trx, [...fileIds, ...inside]);
        });
        return deleteMany(ctx);
      },
    });
  });
};

/**
 * Lets nobody tie a file to a row from the file's side, through the document service or a query.
 * Called by `bootstrap`.
 */
export const guardTies = (strapi: Core.Strapi): void => {
  watchFileWrites(strapi, (data) => requireUntied(strapi, picked(data, ['related'])));
};
