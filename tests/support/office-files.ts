import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';

/** A file as a browser would save it. */
export interface Downloaded {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** Asks for a file. */
export const downloadFrom = async (
  url: string,
  address: string,
  token: string,
  language = 'zh-CN'
): Promise<Downloaded> => {
  const response = await fetch(new URL(address, url), {
    headers: { authorization: `Bearer ${token}`, 'accept-language': language },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

/** The name under which a browser saves an answer (RFC 5987). */
export const nameOf = ({ headers }: Downloaded): string => {
  const [, encoded] =
    /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '') ?? [];
  return decodeURIComponent(encoded ?? '');
};

/** The parts of an Office Open XML file by their paths, as text. */
export const partsOf = async (bytes: Uint8Array): Promise<Map<string, string>> => {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  for (const [name, entry] of Object.entries(zip.files)) {
    if (!entry.dir) parts.set(name, await entry.async('string'));
  }
  return parts;
};

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const unescaped = (xml: string): string =>
  xml.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** The texts in a piece of XML, one after the other. */
const textsIn = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(([, found]) =>
    unescaped(found ?? '')
  );

export interface SheetRead {
  name: string;
  xml: string;
  /** Values by reference (`C5`): a number where the cell holds one. */
  cells: Map<string, string | number>;
  merges: string[];
  /** How many formulas there are. */
  formulas: number;
}

const attribute = (xml: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1] ?? '';

const cellsOf = (xml: string, shared: readonly string[]): SheetRead['cells'] => {
  const cells: SheetRead['cells'] = new Map();
  for (const [, opening = '', content = ''] of xml.matchAll(/<c( [^>]*[^/])>(.*?)<\/c>/gs)) {
    const type = attribute(opening, 't');
    const [value = ''] = textsIn(content, 'v');
    const found = {
      s: () => shared[Number(value)] ?? '',
      inlineStr: () => textsIn(content, 't').join(''),
    }[type];
    cells.set(attribute(opening, 'r'), found ? found() : Number(value));
  }
  return cells;
};

/** The sheets of a workbook, in their order. */
export const sheetsOf = async (bytes: Uint8Array): Promise<SheetRead[]> => {
  const parts = await partsOf(bytes);
  const strings = parts.get('xl/sharedStrings.xml') ?? '';
  const shared = [...strings.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    textsIn(item, 't').join('')
  );
  const workbook = parts.get('xl/workbook.xml') ?? '';
  return [...workbook.matchAll(/<sheet [^>]*>/g)].map(([sheet], index) => {
    const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
    return {
      name: unescaped(attribute(sheet, 'name')),
      xml,
      cells: cellsOf(xml, shared),
      merges: [...xml.matchAll(/<mergeCell [^>]*>/g)].map(([merge]) => attribute(merge, 'ref')),
      formulas: [...xml.matchAll(/<f[ >]/g)].length,
    };
  });
};

export interface DocxRow {
  isHeading: boolean;
  mayBreak: boolean;
  /** The paragraphs of each cell. */
  cells: string[][];
}

const textOfRuns = (xml: string): string => textsIn(xml, 'w:t').join('');

/** The rows of a document's tables. */
export const docxRowsOf = (xml: string): DocxRow[] =>
  [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => ({
    isHeading: row.includes('<w:tblHeader/>'),
    mayBreak: !row.includes('<w:cantSplit/>'),
    cells: [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => textOfRuns(paragraph))
    ),
  }));

export interface PdfPage {
  /** In points. */
  width: number;
  height: number;
  texts: Array<{ text: string; x: number; y: number; width: number; size: number }>;
}

/** What stands on the pages of a PDF, and where. */
export const pdfPagesOf = async (bytes: Uint8Array): Promise<PdfPage[]> => {
  const reader = spawn(process.execPath, [path.join(__dirname, 'pdf-text.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  reader.stdin.end(bytes);
  return JSON.parse(await text(reader.stdout)) as PdfPage[];
};

/** The records of a CSV (RFC 4180), without the mark of its encoding. */
export const recordsOf = (bytes: Uint8Array): string[][] => {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of new TextDecoder()
    .decode(bytes)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
};

const run = async (program: string, args: readonly string[]): Promise<number> => {
  const child = spawn(program, args, { stdio: 'ignore' });
  const [code] = (await Promise.race([
    once(child, 'exit'),
    once(child, 'error').then(() => [-1]),
  ])) as [number | null];
  return code ?? -1;
};

/** Whether LibreOffice is installed here. */
export const hasLibreOffice = (): boolean =>
  spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/** The pages that LibreOffice makes of a file, which it is given under a name with this ending. */
export const libreOfficePagesOf = async (bytes: Uint8Array, ending: string): Promise<PdfPage[]> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-office-'));
  try {
    const file = path.join(directory, `file.${ending}`);
    await writeFile(file, bytes);
    // A profile of its own: another conversion at the same time would make it end without a word.
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(directory, 'profile')).href}`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', directory, file];
    const code = await run('soffice', args);
    if (code !== 0) throw new Error(`LibreOffice ended with ${code}.`);
    return await pdfPagesOf(await readFile(path.join(directory, 'file.pdf')));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};
