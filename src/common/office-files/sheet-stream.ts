import { on } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { csvHead, csvLine } from './csv';
import type { Cell, Column } from './model';

/** A table of any length: its rows come in batches. */
export interface LongTable {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: Column[];
  batches: AsyncIterable<Cell[][], undefined>;
}

/** What a cell of a sheet holds. */
export type SheetValue = string | number | null;

export type ToSheetWorker =
  | { kind: 'rows'; rows: SheetValue[][] }
  /** There are no more rows. */
  | { kind: 'end' }
  /** What was written has been taken. */
  | { kind: 'taken' };

export type FromSheetWorker =
  { kind: 'more' } | { kind: 'chunk'; chunk: Uint8Array } | { kind: 'end' };

const valueOf = (cell: Cell): SheetValue => {
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'text' ? cell.text : null;
};

const WORKER = path.join(__dirname, 'sheet-worker.js');
const MEMORY_MB = 256;

/** A long table as comma-separated values, a batch at a time. */
export async function* csvChunks({ batches, columns }: LongTable): AsyncGenerator<string> {
  yield csvHead({ columns });
  for await (const rows of batches) yield rows.map(csvLine).join('');
}

/**
 * A long table as `.xlsx`, written in a thread of its own that holds no more than a batch of it.
 * Headings in one line, which stays in sight.
 */
export async function* xlsxChunks({
  batches,
  columns,
  name,
}: LongTable): AsyncGenerator<Uint8Array> {
  const worker = new Worker(WORKER, {
    workerData: { name, columns },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const say = (message: ToSheetWorker): void => worker.postMessage(message);
  const rows = batches[Symbol.asyncIterator]();
  try {
    for await (const [message] of on(worker, 'message') as AsyncIterable<[FromSheetWorker]>) {
      if (message.kind === 'end') return;
      if (message.kind === 'more') {
        const batch = await rows.next();
        say(
          batch.done === true
            ? { kind: 'end' }
            : { kind: 'rows', rows: batch.value.map((row) => row.map(valueOf)) }
        );
      } else {
        yield message.chunk;
        say({ kind: 'taken' });
      }
    }
  } finally {
    await rows.return?.();
    await worker.terminate();
  }
}
