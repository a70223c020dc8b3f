import { open, type FileHandle } from 'node:fs/promises';
import type { Fault } from './packages';
import type { FileType } from './types';

/**
 * Reads the directory of a compound file ([MS-CFB]), in which the office programs stored until 2007, and
 * WPS still does: a small file system, whose names tell what it is.
 */

const HEADER = 512;
const IN_HEADER = 109;
const ENTRY = 128;
const END = 0xffff_fffa;
/** More than any document has: a chain that is longer goes in a circle. */
const MOST_SECTORS = 4096;

interface Compound {
  file: FileHandle;
  size: number;
  header: Buffer;
}

const sectorAt = async ({ file, size }: Compound, index: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, (index + 1) * size);
  return buffer.subarray(0, bytesRead);
};

/** The number at a place, or an end of chain where there is none. */
const numberAt = (buffer: Buffer, offset: number): number =>
  offset + 4 <= buffer.length ? buffer.readUInt32LE(offset) : END;

/** The sector that holds the part of the allocation table with this number. */
const tableSector = async (compound: Compound, part: number): Promise<number> => {
  if (part < IN_HEADER) return numberAt(compound.header, 76 + part * 4);
  const inSector = compound.size / 4 - 1;
  let [sector, left] = [numberAt(compound.header, 68), part - IN_HEADER];
  for (let seen = 0; sector < END && seen < MOST_SECTORS; seen += 1) {
    const more = await sectorAt(compound, sector);
    if (left < inSector) return numberAt(more, left * 4);
    left -= inSector;
    sector = numberAt(more, inSector * 4);
  }
  return END;
};

const nextOf = async (compound: Compound, sector: number): Promise<number> => {
  const inSector = compound.size / 4;
  const table = await tableSector(compound, Math.floor(sector / inSector));
  if (table >= END) return END;
  return numberAt(await sectorAt(compound, table), (sector % inSector) * 4);
};

const namesIn = (sector: Buffer): string[] => {
  const names: string[] = [];
  for (let at = 0; at + ENTRY <= sector.length; at += ENTRY) {
    const length = Math.min(64, sector.readUInt16LE(at + 64));
    if (sector[at + 66] === 0 || length < 2) continue;
    names.push(sector.subarray(at, at + length - 2).toString('utf16le'));
  }
  return names;
};

const namesOf = async (file: FileHandle): Promise<string[]> => {
  const header = Buffer.alloc(HEADER);
  const { bytesRead } = await file.read(header, 0, HEADER, 0);
  const size = 2 ** header.readUInt16LE(30);
  if (bytesRead < HEADER || (size !== 512 && size !== 4096)) return [];
  const compound = { file, size, header };
  const names: string[] = [];
  let sector = numberAt(header, 48);
  for (let seen = 0; sector < END && seen < MOST_SECTORS; seen += 1) {
    names.push(...namesIn(await sectorAt(compound, sector)));
    sector = await nextOf(compound, sector);
  }
  return names;
};

/** Where Word, Excel and WPS keep Visual Basic. PowerPoint hides it inside of its one stream. */
const MACROS: ReadonlySet<string> = new Set(['Macros', 'VBA', '_VBA_PROJECT', '_VBA_PROJECT_CUR']);

/**
 * Whether a compound file is the document that its extension says, by its streams: an installer, a
 * message or a program in the same coat is not. Macros are found by their storages, but for PowerPoint's
 * and Excel's of before 1997, which have none.
 */
export const faultOfCompound = async (
  filepath: string,
  { main = [] }: FileType
): Promise<Fault | null> => {
  const file = await open(filepath, 'r');
  try {
    const names = await namesOf(file);
    if (names.some((name) => MACROS.has(name))) return 'macro';
    return names.some((name) => main.includes(name)) ? null : 'content';
  } finally {
    await file.close();
  }
};
