/** A picture of a form that does not say in words what it shows. */
export interface NamelessPicture {
  id: number;
  name: string;
  /** Where a small version of it is served. */
  url: string;
}

interface File {
  id?: unknown;
  name?: unknown;
  url?: unknown;
  mime?: unknown;
  alternativeText?: unknown;
  formats?: { thumbnail?: { url?: string } } | null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const asNameless = (value: object): NamelessPicture | null => {
  const { alternativeText, formats, id, mime, name, url } = value as File;
  if (typeof mime !== 'string' || !mime.startsWith('image/')) return null;
  if (typeof alternativeText === 'string' && alternativeText.trim() !== '') return null;
  if (typeof id !== 'number' || typeof url !== 'string') return null;
  return { id, name: String(name), url: formats?.thumbnail?.url ?? url };
};

/** All of a form's pictures without an alternative text, in fields, components and rich text, each once. */
export const namelessPictures = (values: unknown): NamelessPicture[] => {
  const found = new Map<number, NamelessPicture>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isObject(value)) {
      const nameless = asNameless(value);
      if (nameless) found.set(nameless.id, nameless);
      else if (!('mime' in value)) Object.values(value).forEach(look);
    }
  };
  look(values);
  return [...found.values()];
};

/** A form's value with the alternative texts that its pictures have been given, by the files' numbers. */
export const withTexts = (value: unknown, texts: ReadonlyMap<number, string>): unknown => {
  if (Array.isArray(value)) return value.map((each) => withTexts(each, texts));
  if (!isObject(value)) return value;
  const nameless = asNameless(value);
  const text = nameless && texts.get(nameless.id);
  if (text) return { ...value, alternativeText: text };
  if ('mime' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withTexts(each, texts)])
  );
};
