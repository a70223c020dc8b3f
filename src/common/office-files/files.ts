import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { serialQueue } from './serial-queue';
import type { OfficeDocument, Workbook } from './model';

export interface SheetFile {
  format: 'xlsx';
  content: Workbook;
}

export interface PagedFile {
  format: 'docx' | 'pdf';
  content: OfficeDocument;
}

const WORKER = path.join(__dirname, 'worker.js');

/** What one file may take: the largest that the reports make needs a tenth of either. */
const MEMORY_MB = 512;
/** What is thrown away at once, which is most of it, need not gather. */
const YOUNG_MB = 8;
const TIME_MS = 60_000;

/**
 * Writes a file in a thread of its own, which ends with it: the libraries that write it are large,
 * and no request waits while it is laid out.
 */
const writeInThread = (file: SheetFile | PagedFile): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const timer = setTimeout(() => {
      reject(new Error(`The file took longer than ${TIME_MS} ms to be written.`));
      void worker.terminate();
    }, TIME_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The thread that writes a file ended with ${code}.`));
    });
  });

/** How many files may wait for the one that is being written. */
const MOST_WAITING = 20;

const queue = serialQueue(MOST_WAITING);

/**
 * The bytes of a file. One is written at a time, so that they never take more than one core.
 *
 * @throws QueueFullError when too many wait already
 */
export const writeFile = (file: SheetFile | PagedFile): Promise<Uint8Array> =>
  queue(() => writeInThread(file));
