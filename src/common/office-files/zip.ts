import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import JSZip from 'jszip';
import { fromBufferPromise } from 'yauzl';

/** What stands in a part instead: all of it, or made of what stood there, a piece at a time. */
export type Replacement = string | ((content: string) => Iterable<string>);

const encoded = function* (pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
};

const replacing = async (content: Readable, replacement: Replacement): Promise<Readable> => {
  const pieces = typeof replacement === 'string' ? [replacement] : replacement(await text(content));
  return Readable.from(encoded(pieces));
};

/**
 * Packs an office file's parts anew, so that the same parts give the same bytes on every machine:
 * in their order, all of the given moment, compressed by code that is the same everywhere (Node's own
 * zlib is not). They are read and packed a piece at a time: a part may be a hundred times as large as
 * the file.
 *
 * @param replaced parts whose content is not what stands in the file, by their path
 */
export const repack = async (
  file: Uint8Array,
  moment: Date,
  replaced: Readonly<Record<string, Replacement>> = {}
): Promise<Uint8Array> => {
  const found = await fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.length));
  const packed = new JSZip();
  for await (const entry of found.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const content = await found.openReadStreamPromise(entry);
    const replacement = replaced[entry.fileName];
    packed.file(
      entry.fileName,
      replacement === undefined ? content : await replacing(content, replacement),
      { date: moment, createFolders: false }
    );
  }
  return packed.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
};
