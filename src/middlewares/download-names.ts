import path from 'node:path';
import type { Core } from '@strapi/strapi';

interface Context {
  method: string;
  path: string;
  status: number;
  type: string;
  attachment(name: string, options: { type: 'attachment' | 'inline' }): void;
}

const FILE = 'plugin::upload.file';

/** What a browser shows in its place; the rest is kept by the reader, under the name that it was given here. */
const SHOWN = /\.(?:jpe?g|png|gif|webp|mp4|mov|webm|mp3)$/i;
const READ_IN_PLACE = /\.pdf$/i;

const SENT: ReadonlySet<number> = new Set([200, 206]);

/**
 * Global middleware: documents of the media library are sent with the name that they have there
 * (`Content-Disposition`, RFC 6266), for their address has hardly a letter of a Chinese one.
 */
const downloadNames: Core.MiddlewareFactory = (_config, { strapi }) => {
  const nameOf = async (url: string): Promise<string | undefined> => {
    const file = (await strapi.db.query(FILE).findOne({ select: ['name'], where: { url } })) as {
      name: string;
    } | null;
    return file?.name;
  };

  /** A name that somebody shortened keeps the extension by which a machine opens it. */
  const withExtension = (name: string, url: string): string => {
    const extension = path.extname(url);
    return name.toLowerCase().endsWith(extension.toLowerCase()) ? name : `${name}${extension}`;
  };

  return async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    await next();
    if (!ctx.path.startsWith('/uploads/') || SHOWN.test(ctx.path) || !SENT.has(ctx.status)) return;
    const name = await nameOf(ctx.path);
    if (name === undefined) return;
    const { type } = ctx;
    const shown = READ_IN_PLACE.test(ctx.path);
    ctx.attachment(withExtension(name, ctx.path), { type: shown ? 'inline' : 'attachment' });
    ctx.type = type;
  };
};

export default downloadNames;
