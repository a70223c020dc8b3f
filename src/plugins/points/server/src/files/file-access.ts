import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { actionId, type Action } from '../permissions/actions';
import { isScopedRequest } from '../isolation/requester';
import type { Ability } from '../isolation/own-unit';
import { type FileUse, fileUseRepository } from './file-uses-repository';
import { type StoredFile, fileRepository } from '../records/files';
import { libraryRepository } from './library-repository';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { keptFileRepository } from '../ledger/kept-files-repository';
import { outsideTransaction, type Transaction } from '../../../../../common/database/transaction';

/** An uploaded file with whatever uses it. */
export interface UsedFile {
  file: StoredFile;
  uses: FileUse[];
}

interface Reader {
  id: number;
}

/** What is asked of an ability here: an action, on rows of a type. */
type SubjectAbility = Ability & { can(action: string, subject?: string): boolean };

interface ProjectSettings {
  menuLogo?: { url?: string } | null;
  authLogo?: { url?: string } | null;
}

const READ = 'plugin::content-manager.explorer.read';
const READ_LIBRARY = 'plugin::upload.read';

/** Types that no role reads in the Content Manager, and the action by which they are read. */
const READERS: ReadonlyArray<readonly [type: string, action: Action]> = [
  [UID.bonus, 'bonus.read'],
  [UID.deduction, 'deduction.read'],
  [UID.objection, 'objection.read'],
];

const isUsedBy = (uses: readonly FileUse[], type: string): boolean =>
  uses.some(({ uid }) => uid === type);

/** Who may read an uploaded file: visitors what a published row shows, others as they may read a row. */
export const fileAccessService = oncePerApplication((strapi: Core.Strapi) => {
  const files = fileRepository(strapi);
  const fileUses = fileUseRepository(strapi);
  const keptFiles = keptFileRepository(strapi);

  const outside = <T>(read: (connection: Transaction) => Promise<T>): Promise<T> =>
    outsideTransaction(strapi, read);

  return {
    /** The file at an address, and what uses it now; read from the database, so that it is true on every instance. */
    at: (address: string): Promise<UsedFile | null> =>
      outside(async (connection) => {
        const file = await files.at(connection, address);
        return file && { file, uses: await fileUses.of(connection, [file.id]) };
      }),

    isPublic: ({ uses }: UsedFile): boolean => uses.some((use) => use.isPublic),

    /** The login page's and the menu's logo, which Strapi keeps without a row in the library. */
    async isLogo(address: string): Promise<boolean> {
      const settings = (await strapi
        .store({ type: 'core', name: 'admin', key: 'project-settings' })
        .get({})) as ProjectSettings | null;
      return [settings?.menuLogo?.url, settings?.authLogo?.url].includes(address);
    },

    /**
     * Whether an account of the panel, whose request is being answered, may read the file: it is of
     * its own uploading, or may read a row that uses it. A file that nothing uses is the library's.
     */
    async mayRead(
      { file, uses }: UsedFile,
      reader: Reader,
      ability: SubjectAbility
    ): Promise<boolean> {
      if (file.account === reader.id) return true;
      if (isScopedRequest(strapi)) {
        return libraryRepository(strapi).isVisible(file.id);
      }
      if (uses.some(({ uid }) => ability.can(READ, uid))) return true;
      if (READERS.some(([type, action]) => ability.can(actionId(action)) && isUsedBy(uses, type))) {
        return true;
      }
      if (uses.length > 0) return false;
      const isKept = await outside(
        async (connection) => (await keptFiles.among(connection, [file.id])).length > 0
      );
      return isKept ? ability.can(READ, UID.adoption) : ability.can(READ_LIBRARY);
    },
  };
});
