/** How a file of a type is looked into, past its first bytes. */
export type Look = 'picture' | 'package' | 'ofd' | 'compound' | 'archive' | 'text' | 'head';

/** A type of files that the media library takes. */
export interface FileType {
  /** By which it is stored and served. */
  mime: string;
  look: Look;
  /** What `file-type` may tell of the first bytes. */
  detected: readonly string[];
  /** Of an office package the content type of its main part; of a compound file the streams that make it one. */
  main?: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ZIP = 'application/zip';
const COMPOUND = 'application/x-cfb';

const ofHead = (mime: string, look: Look, ...others: string[]): FileType => ({
  mime,
  look,
  detected: [mime, ...others],
});

const officePackage = (kind: string): FileType => ({
  mime: `${OFFICE}.${kind}`,
  look: 'package',
  detected: [`${OFFICE}.${kind}`, ZIP],
  main: [`${OFFICE}.${kind}.main+xml`],
});

const compound = (mime: string, ...main: string[]): FileType => ({
  mime,
  look: 'compound',
  detected: [COMPOUND],
  main,
});

const text = (mime: string): FileType => ({ mime, look: 'text', detected: [] });

const JPEG = ofHead('image/jpeg', 'picture');
const WORD = ['WordDocument'];
const SHEETS = ['Workbook', 'Book'];
const SLIDES = ['PowerPoint Document'];

/**
 * What can be uploaded: pictures, films, sound and the documents that an office exchanges, by extension.
 * The one list: the gate, Strapi's own check and the sentences all read it.
 */
export const TYPES: ReadonlyMap<string, FileType> = new Map<string, FileType>([
  ['.jpg', JPEG],
  ['.jpeg', JPEG],
  ['.png', ofHead('image/png', 'picture', 'image/apng')],
  ['.gif', ofHead('image/gif', 'picture')],
  ['.webp', ofHead('image/webp', 'picture')],
  ['.mp4', ofHead('video/mp4', 'head', 'video/x-m4v')],
  ['.mov', ofHead('video/quicktime', 'head')],
  ['.webm', ofHead('video/webm', 'head')],
  ['.mp3', ofHead('audio/mpeg', 'head')],
  ['.pdf', ofHead('application/pdf', 'head')],
  ['.docx', officePackage('wordprocessingml.document')],
  ['.xlsx', officePackage('spreadsheetml.sheet')],
  ['.pptx', officePackage('presentationml.presentation')],
  ['.doc', compound('application/msword', ...WORD)],
  ['.xls', compound('application/vnd.ms-excel', ...SHEETS)],
  ['.ppt', compound('application/vnd.ms-powerpoint', ...SLIDES)],
  ['.wps', compound('application/vnd.ms-works', ...WORD, 'MatOST', 'CONTENTS')],
  ['.et', compound('application/vnd.ms-excel', ...SHEETS)],
  ['.dps', compound('application/vnd.ms-powerpoint', ...SLIDES)],
  ['.ofd', { mime: 'application/ofd', look: 'ofd', detected: [ZIP] }],
  ['.zip', { mime: ZIP, look: 'archive', detected: [ZIP] }],
  ['.txt', text('text/plain')],
  ['.csv', text('text/csv')],
]);

/** What can carry macros by its very name, and templates, which nobody sends in to be read. */
export const MACRO_EXTENSIONS: ReadonlySet<string> = new Set([
  ...['.docm', '.dotm', '.xlsm', '.xltm', '.xlsb', '.xlam'],
  ...['.pptm', '.potm', '.ppsm', '.ppam'],
]);

/** What telephones of one make store pictures in. */
export const HEIC_EXTENSIONS: ReadonlySet<string> = new Set(['.heic', '.heif', '.hif']);

/** The same, by what `file-type` tells of the first bytes. */
export const HEIC_TYPES: ReadonlySet<string> = new Set([
  ...['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
]);
