/**
 * What a place of the rule set's JSON Schema takes, as a form draws it. The schema is made by the same
 * shapes that read a rule set (`domain/rule-set-content.ts`), so that the form knows every field that there is.
 */

type Schema = Readonly<Record<string, unknown>>;

export type SchemaNode =
  | { kind: 'record'; fields: SchemaFieldNode[] }
  | { kind: 'variants'; of: Array<{ name: string; fields: SchemaFieldNode[] }> }
  | { kind: 'list'; item: SchemaNode }
  | { kind: 'choice'; values: string[] }
  | { kind: 'flag' }
  | { kind: 'whole' }
  | { kind: 'decimal' }
  | { kind: 'text'; longest: number; isLong: boolean; suggestions: string[] }
  /** One of several: a number, or a range of them. */
  | { kind: 'either'; of: SchemaNode[] };

/** A field of a record. */
export interface SchemaFieldNode {
  name: string;
  isRequired: boolean;
  node: SchemaNode;
}

/** Texts that are longer get a field of several lines. */
const LONG = 200;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const schemasIn = (value: unknown): Schema[] =>
  Array.isArray(value) ? value.filter(isSchema) : [];

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const fieldsOf = (schema: Schema): SchemaFieldNode[] => {
  const required = new Set(textsIn(schema.required));
  return Object.entries(isSchema(schema.properties) ? schema.properties : {}).flatMap(
    ([name, field]) =>
      isSchema(field) ? [{ name, isRequired: required.has(name), node: schemaNode(field) }] : []
  );
};

const variantOf = (schema: Schema) => {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const { const: name } = isSchema(properties.kind) ? properties.kind : {};
  return {
    name: String(name),
    fields: fieldsOf(schema).filter((field) => field.name !== 'kind'),
  };
};

const isDecimal = (of: readonly Schema[]): boolean =>
  of.some(({ type }) => type === 'number') && of.every(({ enum: values }) => values === undefined);

const textNode = (schema: Schema, suggestions: string[] = []): SchemaNode => {
  const longest = typeof schema.maxLength === 'number' ? schema.maxLength : LONG;
  return { kind: 'text', longest, isLong: longest > LONG, suggestions };
};

const eitherNode = (of: readonly Schema[]): SchemaNode => {
  const [first, second] = of.filter(({ type }) => type !== 'null');
  if (!first) return { kind: 'record', fields: [] };
  if (!second) return schemaNode(first);
  if (isDecimal(of)) return { kind: 'decimal' };
  if (first.enum !== undefined) return textNode(second, textsIn(first.enum));
  return { kind: 'either', of: [schemaNode(first), schemaNode(second)] };
};

/** What a form draws for a schema. */
export const schemaNode = (schema: Schema): SchemaNode => {
  if (schema.anyOf !== undefined) return eitherNode(schemasIn(schema.anyOf));
  if (schema.oneOf !== undefined) {
    return { kind: 'variants', of: schemasIn(schema.oneOf).map(variantOf) };
  }
  if (schema.enum !== undefined) return { kind: 'choice', values: textsIn(schema.enum) };
  if (schema.type === 'array' && isSchema(schema.items)) {
    return { kind: 'list', item: schemaNode(schema.items) };
  }
  if (schema.type === 'boolean') return { kind: 'flag' };
  if (schema.type === 'integer') return { kind: 'whole' };
  if (schema.type === 'string') return textNode(schema);
  return { kind: 'record', fields: fieldsOf(schema) };
};

/** What a field begins as once it is added: its required parts, each empty. */
export const emptyValue = (node: SchemaNode): unknown => {
  switch (node.kind) {
    case 'record':
      return emptyRecord(node.fields);
    case 'variants': {
      const [first] = node.of;
      return first ? { kind: first.name, ...emptyRecord(first.fields) } : {};
    }
    case 'list':
      return node.item.kind === 'record' || node.item.kind === 'variants'
        ? [emptyValue(node.item)]
        : [];
    case 'choice':
      return node.values[0] ?? '';
    case 'flag':
      return true;
    case 'either':
      return node.of[0] ? emptyValue(node.of[0]) : '';
    default:
      return '';
  }
};

/** The required fields of a record, each empty. */
export const emptyRecord = (fields: readonly SchemaFieldNode[]): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter(({ isRequired }) => isRequired)
      .map(({ name, node }) => [name, node.kind === 'flag' ? false : emptyValue(node)])
  );

/** Which of several shapes a value has: a record where it is one, else the first. */
export const chosenOf = (node: SchemaNode & { kind: 'either' }, value: unknown): number => {
  const isRecord = typeof value === 'object' && value !== null;
  const at = node.of.findIndex(({ kind }) => (kind === 'record') === isRecord);
  return Math.max(at, 0);
};
