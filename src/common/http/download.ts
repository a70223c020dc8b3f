/** What a controller uses of a request that is answered with a file. */
export interface DownloadContext {
  attachment(name: string, options: { fallback: string }): void;
  set(header: string, value: string): void;
  type: string;
  body: unknown;
  res: { destroy(error?: Error): unknown; readonly headersSent: boolean };
}

interface Download {
  /** With its ending, in any language. */
  name: string;
  /** The same in ASCII, for a client that does not know RFC 5987. */
  plainName: string;
  /** Its media type. */
  type: string;
  content: Uint8Array | NodeJS.ReadableStream;
}

/**
 * Answers with a file to be saved under its name; nobody on the way keeps a copy. A file that breaks
 * while it is sent breaks off: an answer that has begun cannot become an error any more, and Koa
 * would leave it open for ever.
 */
export const download = (
  ctx: DownloadContext,
  { content, name, plainName, type }: Download
): void => {
  ctx.attachment(name, { fallback: plainName });
  ctx.type = type;
  ctx.set('Cache-Control', 'private, no-store');
  if (!(content instanceof Uint8Array)) {
    content.once('error', (error: Error) => {
      if (ctx.res.headersSent) ctx.res.destroy(error);
    });
  }
  ctx.body = content instanceof Uint8Array ? Buffer.from(content) : content;
};
