/**
 * Reads a PDF on its standard input and prints what stands on its pages as JSON. A process of its
 * own: the library is an ECMAScript module, which Jest does not load.
 */
import { Buffer } from 'node:buffer';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const document = await getDocument({
  data: new Uint8Array(Buffer.concat(chunks)),
  useSystemFonts: false,
  verbosity: 0,
}).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const [, , width, height] = page.view;
  pages.push({
    width,
    height,
    texts: items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str,
              x: item.transform[4],
              y: item.transform[5],
              width: item.width,
              size: item.height,
            },
          ]
        : []
    ),
  });
}
process.stdout.write(JSON.stringify(pages));
