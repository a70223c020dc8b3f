import { parentPort, workerData } from 'node:worker_threads';
import { writeXlsxStream } from 'hucre';
import type { Column } from './model';
import type { FromSheetWorker, SheetValue, ToSheetWorker } from './sheet-stream';
import { writable } from './text';

/**
 * The thread that writes a long sheet. Whoever started it hands it rows when it asks, and says when
 * what was written has been taken: neither side holds more than a batch.
 */

const PADDING = 2;
const FULL_WIDTH = 2;

/** Messages of one kind of sender, which one reader takes in their order. */
const mailbox = <T>() => {
  const messages: T[] = [];
  let wake: (() => void) | undefined;
  return {
    put(message: T): void {
      messages.push(message);
      wake?.();
    },
    async take(): Promise<T> {
      for (;;) {
        const message = messages.shift();
        if (message !== undefined) return message;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
};

// Apart, for the writer may ask for rows while what it wrote has not been taken yet.
const batches = mailbox<SheetValue[][] | 'end'>();
const receipts = mailbox<'taken'>();

parentPort?.on('message', (message: ToSheetWorker) => {
  if (message.kind === 'taken') receipts.put(message.kind);
  else batches.put(message.kind === 'rows' ? message.rows : message.kind);
});

const say = (message: FromSheetWorker): void => parentPort?.postMessage(message);

const written = (value: SheetValue): SheetValue =>
  typeof value === 'string' ? writable(value) : value;

async function* rows(): AsyncGenerator<SheetValue[]> {
  for (;;) {
    say({ kind: 'more' });
    const batch = await batches.take();
    if (batch === 'end') return;
    for (const row of batch) yield row.map(written);
  }
}

const write = async ({ columns, name }: { name: string; columns: Column[] }): Promise<void> => {
  const sheet = writeXlsxStream(rows(), {
    name,
    columns: columns.map((column) => ({
      header: column.name,
      width: column.width * FULL_WIDTH + PADDING,
    })),
    freezePane: { rows: 1 },
  });
  const reader = sheet.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    say({ kind: 'chunk', chunk: value });
    await receipts.take();
  }
  say({ kind: 'end' });
};

void write(workerData as { name: string; columns: Column[] });
