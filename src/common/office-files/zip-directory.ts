import { open, type Entry, type ZipFile } from 'yauzl';

/** A file inside a ZIP. */
export interface ZipEntry {
  name: string;
  /** What it says that it unpacks to. */
  size: number;
  /** Its first bytes, unpacked. */
  read(most: number): Promise<Buffer>;
}

const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 1024 * 1024 * 1024;
/** Texts and tables of an office shrink to a twentieth; a bomb to a thousandth. */
const MOST_RATIO = 200;
const SMALL = 20 * 1024 * 1024;

const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > packed * MOST_RATIO);

/** What a ZIP has inside; `bomb` where it unpacks to more than anyone sends, null where it is none. */
export type ZipContent = readonly ZipEntry[] | 'bomb' | null;

const openZip = (filepath: string): Promise<ZipFile | null> =>
  new Promise((resolve) => {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    open(filepath, options, (error, zip) => resolve(error ? null : zip));
  });

const readEntry = (zip: ZipFile, entry: Entry, most: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const parts: Buffer[] = [];
      let length = 0;
      const finish = (): void => resolve(Buffer.concat(parts).subarray(0, most));
      stream.on('data', (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length < most) return;
        finish();
        stream.destroy();
      });
      stream.once('end', finish);
      stream.once('error', reject);
    });
  });

/** Walks the directory at the end of the ZIP; nothing is unpacked. */
const entriesOf = (zip: ZipFile): Promise<ZipContent> =>
  new Promise((resolve) => {
    const entries: ZipEntry[] = [];
    let [packed, unpacked] = [0, 0];
    zip.on('entry', (entry: Entry) => {
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      if (entries.length >= MOST_ENTRIES || isBomb(packed, unpacked)) {
        resolve('bomb');
        return;
      }
      entries.push({
        // Names are told by their ASCII letters: the others may be of any code page.
        name: (entry.fileName as unknown as Buffer).toString('latin1').replaceAll('\\', '/'),
        size: entry.uncompressedSize,
        read: (most) => readEntry(zip, entry, most),
      });
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', () => resolve(null));
    zip.readEntry();
  });

/** Lets `look` at what a ZIP has inside, as long as its file is open. */
export const withZip = async <T>(
  filepath: string,
  look: (content: ZipContent) => T | Promise<T>
): Promise<T> => {
  const zip = await openZip(filepath);
  if (!zip) return look(null);
  try {
    return await look(await entriesOf(zip));
  } finally {
    zip.close();
  }
};
