import { parentPort, workerData } from 'node:worker_threads';
import { ParseError, streamXlsxRows, type CellValue } from 'hucre';
import JSZip from 'jszip';
import type { ReadRow, ReadTask, SheetLimits, SheetReading } from './sheet-reader';
import { withZip, type ZipContent, type ZipEntry } from './zip-directory';

/** The thread that reads one sheet: a path comes in, its rows go back. */

/** The parts that a sheet is read of; pictures, macros and whatever else is in the file are left packed. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|(?:.*\/)?_rels\/[^/]*\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

const MOST_PARTS = 200;
const MOST_UNPACKED = 64 * 1024 * 1024;

class Fault extends Error {
  constructor(readonly reading: Extract<SheetReading, { fault: unknown }>) {
    super(reading.fault);
  }
}

const wantedOf = (content: ZipContent): readonly ZipEntry[] => {
  if (content === null) throw new Fault({ fault: 'format' });
  if (content === 'bomb') throw new Fault({ fault: 'packed' });
  const wanted = content.filter(({ name }) => PARTS.test(name));
  const unpacked = wanted.reduce((sum, { size }) => sum + size, 0);
  if (wanted.length > MOST_PARTS || unpacked > MOST_UNPACKED) throw new Fault({ fault: 'packed' });
  return wanted;
};

/**
 * The wanted parts packed anew, without compression: what the directory says of their sizes is held to
 * while they are unpacked, and nothing that the directory does not name is ever looked at.
 */
const repacked = (filepath: string): Promise<Uint8Array> =>
  withZip(filepath, async (content) => {
    const packed = new JSZip();
    for (const entry of wantedOf(content)) {
      packed.file(entry.name, await entry.read(entry.size + 1), { createFolders: false });
    }
    return packed.generateAsync({ type: 'uint8array', compression: 'STORE' });
  });

const textOf = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  }
  return String(value).trim();
};

const cellsOf = (
  values: readonly CellValue[],
  row: number,
  { columns, letters }: SheetLimits
): string[] => {
  const cells = values.map(textOf);
  while (cells.at(-1) === '') cells.pop();
  if (cells.length > columns) throw new Fault({ fault: 'columns', row });
  if (cells.some((cell) => cell.length > letters)) throw new Fault({ fault: 'letters', row });
  return cells;
};

const rowsOf = async ({ filepath, limits }: ReadTask): Promise<ReadRow[]> => {
  const rows: ReadRow[] = [];
  for await (const { index, values } of streamXlsxRows(await repacked(filepath))) {
    const row = index + 1;
    const cells = cellsOf(values, row, limits);
    if (cells.length === 0) continue;
    if (rows.length >= limits.rows) throw new Fault({ fault: 'rows' });
    rows.push({ row, cells });
  }
  return rows;
};

/** What the reader says of a cell that stands outside of every sheet. */
const isOutside = (error: unknown): boolean =>
  error instanceof ParseError && /column/i.test(error.message);

const read = async (task: ReadTask): Promise<SheetReading> => {
  try {
    return { rows: await rowsOf(task) };
  } catch (error) {
    if (error instanceof Fault) return error.reading;
    return { fault: isOutside(error) ? 'columns' : 'format' };
  }
};

void read(workerData as ReadTask).then((reading) => parentPort?.postMessage(reading));
