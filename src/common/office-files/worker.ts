import { parentPort, workerData } from 'node:worker_threads';
import type { PagedFile, SheetFile } from './files';

/** The thread that writes one file: what it is made of comes in, its bytes go back. */

/** Each thread loads the libraries of its own format alone: to load them all takes longer than most files. */
const contentOf = async (file: PagedFile | SheetFile): Promise<Uint8Array> => {
  switch (file.format) {
    case 'xlsx':
      return (await import('./xlsx')).writeXlsx(file.content);
    case 'docx':
      return (await import('./docx')).writeDocx(file.content);
    case 'pdf':
      return (await import('./pdf')).writePdf(file.content);
  }
};

/** Handed over, not copied, where they have their memory for themselves. */
const owned = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];

void contentOf(workerData as PagedFile | SheetFile).then((content) =>
  parentPort?.postMessage(content, owned(content))
);
