/** The part of a JSON Schema that parameters are described with. */
interface Schema {
  type?: string;
  format?: string;
  const?: string;
  enum?: string[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  propertyNames?: { enum?: string[] };
  additionalProperties?: boolean | Schema;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  description?: string;
  $ref?: string;
}

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: Schema;
}

/** What the suites read of an OpenAPI document. */
export interface OpenApiDocument {
  paths: Record<
    string,
    {
      get: {
        parameters: Parameter[];
        responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
      };
      servers?: unknown[];
    }
  >;
  components: { schemas: Record<string, Schema> };
}

/** A request that the document says can be made. */
interface Request {
  /** The path as the document names it. */
  address: string;
  /** Path and query. */
  request: string;
}

const WORD = '文化';

const A_DAY = '2026-03-31';

const FEW = 3;

const pair = (name: string, value: string | number | boolean): string =>
  `${name}=${encodeURIComponent(value)}`;

const integers = ({ minimum, exclusiveMinimum, maximum = Infinity }: Schema): number[] => {
  const least = minimum ?? (exclusiveMinimum ?? 0) + 1;
  return [least, least + 1, ...(maximum <= 1000 ? [maximum] : [])];
};

/** Queries that a parameter's schema allows: each value of a closed list, the ends of a range, each shape. */
const queriesOf = (name: string, schema: Schema): string[] => {
  if (schema.anyOf) return schema.anyOf.flatMap((each) => queriesOf(name, each));
  if (schema.const !== undefined) return [pair(name, schema.const)];
  if (schema.enum) return schema.enum.map((value) => pair(name, value));
  const names = schema.propertyNames?.enum;
  switch (schema.type) {
    case 'string':
      return [pair(name, schema.format === 'date' ? A_DAY : WORD)];
    case 'boolean':
      return [pair(name, true), pair(name, false)];
    case 'integer':
      return integers(schema).map((value) => pair(name, value));
    case 'array': {
      const values = schema.items?.enum;
      if (!values) return queriesOf(`${name}[0]`, schema.items ?? {});
      return [
        ...values.map((value) => pair(name, value)),
        values.map((value) => pair(name, value)).join('&'),
      ];
    }
    default:
      return names ? names.slice(0, 2).map((each) => pair(`${name}[${each}]`, 'desc')) : [];
  }
};

/** The values of a closed list anywhere in a schema: the names that `populate` takes. */
const namesIn = ({ enum: values, anyOf = [], items }: Schema): string[] => [
  ...new Set([...(values ?? []), ...anyOf.flatMap(namesIn), ...(items ? namesIn(items) : [])]),
];

const isScalar = (schema: Schema): boolean =>
  (schema.anyOf ?? [schema]).some(({ type }) =>
    ['string', 'integer', 'number', 'boolean'].includes(type ?? '')
  );

/** The fields of the entries that a call answers with, those that hold a value. */
const scalarsOf = (document: OpenApiDocument, address: string): string[] => {
  const answer = document.paths[address]?.get.responses['200']?.content?.['application/json'];
  const { data } = answer?.schema.properties ?? {};
  const name = (data?.items ?? data)?.$ref?.split('/').at(-1) ?? '';
  const properties = document.components.schemas[name]?.properties ?? {};
  return Object.keys(properties).filter((each) => isScalar(properties[each] ?? {}));
};

const requestsOfPath = (document: OpenApiDocument, address: string, path: string): string[] => {
  const parameters = document.paths[address]?.get.parameters ?? [];
  const required = parameters
    .filter((each) => each.required && each.in === 'query')
    .map(({ name }) => pair(name, WORD));
  const optional = parameters.filter((each) => each.in === 'query' && !each.required);
  const queries = optional.flatMap(({ name, schema }) => {
    const conditions = scalarsOf(document, address).map((each) => `[${each}][$notNull]=true`);
    const more = name === 'populate' ? namesIn(schema).map((each) => `[${each}]=true`) : [];
    const all = [
      ...queriesOf(name, schema),
      ...(name === 'filters' ? conditions : more).map((each) => name + each),
    ];
    // One entry is read by the same rules as a page of them.
    return address.endsWith('{id}') ? all.slice(0, FEW) : all;
  });
  return ['', ...new Set(queries)].map(
    (query) => `${path}?${[...required, query].filter(Boolean).join('&')}`
  );
};

/**
 * What a front end can ask that knows the document and nothing else: of every path that answers with
 * JSON each parameter by itself, in every shape and with every value that its schema names.
 *
 * @param idOf the documentId of a published entry of a collection
 */
export const requestsOf = (
  document: OpenApiDocument,
  idOf: (collection: string) => string
): Request[] =>
  Object.entries(document.paths)
    .filter(([, { get }]) => get.responses['200']?.content?.['application/json'])
    .flatMap(([address]) => {
      const path = address.replace('{id}', idOf(address.split('/')[1] ?? ''));
      return requestsOfPath(document, address, path).map((request) => ({ address, request }));
    });
