import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { serialQueue } from './serial-queue';

/** A row of a sheet that is not empty: its number, from 1, and its cells as texts, days as `YYYY-MM-DD`. */
export interface ReadRow {
  row: number;
  cells: string[];
}

/** How much of a sheet is read. */
export interface SheetLimits {
  rows: number;
  columns: number;
  /** Letters of a cell. */
  letters: number;
}

/**
 * Why a sheet is not read: it is no workbook; unpacks to more than anyone sends; has more rows, columns
 * or letters in a cell than are taken; or takes too long or too much to be read.
 */
type SheetFault = 'format' | 'packed' | 'rows' | 'columns' | 'letters' | 'effort';

export type SheetReading = { rows: ReadRow[] } | { fault: SheetFault; row?: number };

export interface ReadTask {
  filepath: string;
  limits: SheetLimits;
}

const WORKER = path.join(__dirname, 'sheet-reader-worker.js');

/** What one file may take: ten thousand rows need a tenth of either. */
const MEMORY_MB = 256;
const TIME_MS = 60_000;

const readInThread = (task: ReadTask): Promise<SheetReading> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const timer = setTimeout(() => {
      resolve({ fault: 'effort' });
      void worker.terminate();
    }, TIME_MS);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ fault: 'effort' });
      else reject(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The thread that reads a sheet ended with ${code}.`));
    });
  });

/** How many files may wait for the one that is being read. */
const MOST_WAITING = 5;

const queue = serialQueue(MOST_WAITING);

/**
 * The first sheet of a workbook, or why it is not read. Read in a thread of its own with bounds on time
 * and memory, which ends with it: whatever stands in the file, the process goes on. One is read at a time.
 *
 * @throws QueueFullError when too many wait already
 */
export const readSheet = (filepath: string, limits: SheetLimits): Promise<SheetReading> =>
  queue(() => readInThread({ filepath, limits }));
