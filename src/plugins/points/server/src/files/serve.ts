import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { fileAccessService, type UsedFile } from './file-access';
import { recogniseAdmin, rememberSession, type Context } from './session';
import { notFound } from '../messages';
import { FILE } from '../constants';

const UPLOADS = '/uploads/';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

interface Indexed {
  indexes?: Array<{ name: string; columns: string[]; type: null }>;
}

/** A file is looked up by its address at every request for it. Called by `register`. */
export const indexHashes = (strapi: Core.Strapi): void => {
  const type = strapi.contentType(FILE) as unknown as Indexed;
  type.indexes = [
    ...(type.indexes ?? []),
    { name: 'points_upload_files_hash', columns: ['hash'], type: null },
  ];
};

/**
 * The uploaded file that a path leads to, however it is written: the server of static files decodes
 * and shortens paths too. `null` for any other path.
 */
const uploadAt = (requested: string): string | null => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requested);
  } catch {
    return null;
  }
  const normal = path.posix.normalize(`/${decoded.replaceAll('\\', '/')}`).replace(/^\/+/, '/');
  return normal.toLowerCase().startsWith(UPLOADS) ? normal : null;
};

/**
 * Serves uploaded files to whoever may read a row that uses them: to everybody what is published,
 * without anything kept in between, so that publishing opens and taking down closes at once. For
 * others the file does not exist. Put in place by `bootstrap`, before all routes.
 */
export const guardServing = (strapi: Core.Strapi): void => {
  const access = fileAccessService(strapi);

  const mayRead = async (ctx: Context, used: UsedFile): Promise<boolean> => {
    if (!(await recogniseAdmin(strapi, ctx))) return false;
    const { user, userAbility } = ctx.state;
    return user && userAbility ? access.mayRead(used, user, userAbility) : false;
  };

  const isOpen = async (ctx: Context, address: string): Promise<boolean> => {
    const used = await access.at(address);
    if (used ? access.isPublic(used) : await access.isLogo(address)) return true;
    ctx.set('Cache-Control', 'private, no-store');
    ctx.vary('Cookie');
    ctx.vary('Authorization');
    return used !== null && mayRead(ctx, used);
  };

  const middleware = async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    const address = READS.has(ctx.method) ? uploadAt(ctx.path) : null;
    if (address === null) {
      await next();
      rememberSession(ctx);
      return;
    }
    if (!(await isOpen(ctx, address))) throw notFound(strapi, 'error.file.unknown');
    await next();
  };
  strapi.server.use(middleware as never);
};
