import type { FileType } from './types';
import { withZip, type ZipContent, type ZipEntry } from '../common/office-files/zip-directory';

/** What is wrong with the inside of a file. */
export type Fault = 'content' | 'macro' | 'program' | 'bomb';

const CONTENT_TYPES = '[content_types].xml';
const OFD_ROOT = 'ofd.xml';
const MOST_OF_A_PART = 1024 * 1024;

const MACROS = /(?:^|\/)vba(?:project|data)[^/]*$/i;

/** What Windows runs at a double click. */
const PROGRAM =
  /\.(?:exe|dll|com|scr|pif|cpl|msi|msp|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|jar|lnk|reg|apk|sh)$/i;

const textOf = async (entry: ZipEntry): Promise<string> =>
  (await entry.read(MOST_OF_A_PART)).toString('utf8');

const named = (entries: readonly ZipEntry[], name: string): ZipEntry | undefined =>
  entries.find((entry) => entry.name.toLowerCase() === name);

const attribute = (element: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(element)?.[1] ?? '';

/** Whether the package has a part of the type that makes it a document. */
const hasMainPart = (
  entries: readonly ZipEntry[],
  contentTypes: string,
  main: readonly string[]
): boolean =>
  (contentTypes.match(/<(?:\w+:)?Override\b[^>]*>/gi) ?? []).some(
    (element) =>
      main.includes(attribute(element, 'ContentType')) &&
      named(entries, attribute(element, 'PartName').replace(/^\//, '').toLowerCase()) !== undefined
  );

const packageFault = async (
  entries: readonly ZipEntry[],
  { main = [] }: FileType
): Promise<Fault | null> => {
  if (entries.some(({ name }) => MACROS.test(name))) return 'macro';
  const list = named(entries, CONTENT_TYPES);
  if (!list) return 'content';
  const contentTypes = await textOf(list);
  if (/macroEnabled/i.test(contentTypes)) return 'macro';
  return hasMainPart(entries, contentTypes, main) ? null : 'content';
};

const ofdFault = async (entries: readonly ZipEntry[]): Promise<Fault | null> => {
  const root = named(entries, OFD_ROOT);
  return root && /<(?:\w+:)?OFD[\s>]/.test(await textOf(root)) ? null : 'content';
};

const contentFault = async (content: ZipContent, type: FileType): Promise<Fault | null> => {
  if (content === null || content.length === 0) return 'content';
  if (content === 'bomb') return 'bomb';
  const fault =
    type.look === 'package'
      ? await packageFault(content, type)
      : type.look === 'ofd'
        ? await ofdFault(content)
        : null;
  if (fault) return fault;
  return content.some(({ name }) => PROGRAM.test(name)) ? 'program' : null;
};

/**
 * Looks into what is packed as a ZIP: whether it is the document that its extension says (its list of
 * content types and its main part), brings macros or programs, or would unpack without end. ZIPs inside
 * of ZIPs are not looked into.
 */
export const faultOfPackage = (filepath: string, type: FileType): Promise<Fault | null> =>
  withZip(filepath, (content) => contentFault(content, type).catch((): Fault => 'content'));
