import { parentPort, workerData } from 'node:worker_threads';
import { writeDocx } from './docx';
import type { PagedFile, SheetFile } from './files';
import { writePdf } from './pdf';
import { writeXlsx } from './xlsx';

/** The thread that writes one file: what it is made of comes in, its bytes go back. */

const contentOf = (file: PagedFile | SheetFile): Promise<Uint8Array> => {
  switch (file.format) {
    case 'xlsx':
      return writeXlsx(file.content);
    case 'docx':
      return writeDocx(file.content);
    case 'pdf':
      return writePdf(file.content);
  }
};

/** Handed over, not copied, where they have their memory for themselves. */
const owned = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];

void contentOf(workerData as PagedFile | SheetFile).then((content) =>
  parentPort?.postMessage(content, owned(content))
);
