/** Turns what a submission says into the values of an entry, whatever attributes its type has. */

/** An attribute of a content type, as far as it decides what goes there. */
export interface EntryAttribute {
  type: string;
  maxLength?: number;
  multiple?: boolean;
  allowedTypes?: readonly string[];
}

export interface EntrySource {
  title: string;
  /** Paragraphs, each a line. */
  text: string;
  attachments: ReadonlyArray<{ id: number; name: string; mime: string }>;
  /** When the event takes place, and which fields take that: from, and to. */
  event?: { day: string; start: Date; end: Date; fields: readonly string[] };
}

export interface EntryContent {
  data: Record<string, unknown>;
  /** What the type has no place for. */
  leftOut: { text: boolean; attachments: string[] };
}

const TITLES = ['title', 'name'];
/** Types of attributes that hold a text of any length, the best first. */
const TEXTS = ['blocks', 'richtext', 'text'];
const KINDS = ['image', 'video', 'audio'];

type Attributes = Readonly<Record<string, EntryAttribute>>;

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

/** A rich text is written in Markdown, which lets HTML through. */
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const textAs = (type: string, text: string): unknown => {
  if (type === 'blocks') return paragraphsOf(text).map(paragraph);
  return type === 'richtext' ? paragraphsOf(escaped(text)).join('\n\n') : text;
};

const titleIn = (attributes: Attributes, title: string): Record<string, unknown> => {
  const name = TITLES.find((candidate) => attributes[candidate]?.type === 'string');
  if (name === undefined) return {};
  return { [name]: title.slice(0, attributes[name]?.maxLength ?? title.length) };
};

/** The attribute that takes a text of that length. */
const textFieldFor = (attributes: Attributes, { length }: string): [string, string] | undefined => {
  for (const type of TEXTS) {
    const found = Object.entries(attributes).find(
      ([, attribute]) => attribute.type === type && length <= (attribute.maxLength ?? length)
    );
    if (found) return [found[0], type];
  }
  return undefined;
};

const kindOf = (mime: string): string => {
  const kind = mime.split('/')[0] ?? '';
  return `${KINDS.includes(kind) ? kind : 'file'}s`;
};

const takes = ({ type, allowedTypes }: EntryAttribute, kind: string): boolean =>
  type === 'media' && (allowedTypes === undefined || allowedTypes.includes(kind));

/** Of each kind the first goes where there is room for one, as a cover is; the others where there is for many. */
const assignFiles = (
  attributes: Attributes,
  attachments: EntrySource['attachments']
): { data: Record<string, number | number[]>; leftOut: string[] } => {
  const data: Record<string, number | number[]> = {};
  const leftOut: string[] = [];
  for (const { id, name, mime } of attachments) {
    const fields = Object.entries(attributes).filter(([, each]) => takes(each, kindOf(mime)));
    const single = fields.find(([key, { multiple }]) => !multiple && data[key] === undefined);
    const many = fields.find(([, { multiple }]) => multiple);
    if (single) data[single[0]] = id;
    else if (many) data[many[0]] = [data[many[0]] ?? [], id].flat();
    else leftOut.push(name);
  }
  return { data, leftOut };
};

/** A day as a field takes it: from its first moment, or to its last. */
const eventIn = (attributes: Attributes, event: EntrySource['event']): Record<string, string> => {
  if (!event) return {};
  const { day, start, end, fields } = event;
  const moments = [start, end].map((moment) => moment.toISOString());
  return Object.fromEntries(
    fields.slice(0, moments.length).map((name, index) => {
      const moment = moments[index] ?? day;
      return [name, attributes[name]?.type === 'datetime' ? moment : day];
    })
  );
};

/** The values of an entry that is made of a submission, and what finds no place in it. */
export const entryContentOf = (
  attributes: Attributes,
  { title, text, attachments, event }: EntrySource
): EntryContent => {
  const textField = text.trim() === '' ? undefined : textFieldFor(attributes, text);
  const files = assignFiles(attributes, attachments);
  return {
    data: {
      ...titleIn(attributes, title),
      ...(textField && { [textField[0]]: textAs(textField[1], text) }),
      ...files.data,
      ...eventIn(attributes, event),
    },
    leftOut: { text: textField === undefined && text.trim() !== '', attachments: files.leftOut },
  };
};
