import type { Core, Struct } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { languageOfRequest, type Values } from './request-language';
import { describeChoices, labelOf, shown } from './validation';
import { contentTypesOf } from '../documents/content-types';
import { refuse, sentence, type MessageKey } from './messages';

/** What is read of an attribute: its type and the limits that Strapi holds its values to. */
interface Attribute {
  type: string;
  required?: boolean;
  maxLength?: number;
  min?: number;
  max?: number;
  enum?: readonly string[];
  unique?: boolean;
  component?: string;
  target?: string;
}

type Attributes = Readonly<Record<string, Attribute | undefined>>;

type Complaint = errors.YupValidationError['details']['errors'][number];

interface Issue {
  key: MessageKey;
  values?: Values;
}

/** Characters that Strapi takes in a `string` of which the schema says nothing. */
const LONGEST_STRING = 255;

const MOST_SENTENCES = 5;

const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'richtext', 'email', 'uid']);

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const textIssue = ({ type, maxLength, unique }: Attribute, value: unknown): Issue | null => {
  if (typeof value !== 'string') return { key: 'error.text' };
  const maximum = maxLength ?? (type === 'string' ? LONGEST_STRING : Infinity);
  if (value.length > maximum) return { key: 'error.tooLong', values: { maximum } };
  if (type === 'uid' && !/^[\w.~-]*$/.test(value)) return { key: 'error.slug' };
  return type === 'uid' || unique ? { key: 'error.taken' } : null;
};

const numberIssue = ({ type, min, max }: Attribute, value: unknown): Issue | null => {
  const isWhole = type === 'integer' || type === 'biginteger';
  if (typeof value !== 'number' || (isWhole && !Number.isInteger(value))) {
    return { key: isWhole ? 'error.whole' : 'error.number' };
  }
  if (min !== undefined && value < min) return { key: 'error.least', values: { minimum: min } };
  return max !== undefined && value > max ? { key: 'error.most', values: { maximum: max } } : null;
};

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'biginteger', 'float', 'decimal']);

const OTHERS: Readonly<Record<string, MessageKey>> = {
  boolean: 'error.boolean',
  blocks: 'error.richText',
  component: 'error.part',
  relation: 'error.relation',
  media: 'error.relation',
};

/** Why a value does not suit its attribute; what Strapi minds and we cannot tell is `error.field`. */
const issueOf = (strapi: Core.Strapi, attribute: Attribute, value: unknown): Issue => {
  const { type, required, enum: choices } = attribute;
  if (isEmpty(value) && (required || type === 'component')) return { key: 'error.required' };
  if (type === 'enumeration') {
    return { key: 'error.choice', values: { values: describeChoices(strapi, choices ?? []) } };
  }
  const other = OTHERS[type];
  if (other !== undefined) return { key: other };
  const issue = TEXTS.has(type)
    ? textIssue(attribute, value)
    : NUMBERS.has(type)
      ? numberIssue(attribute, value)
      : null;
  return issue ?? { key: 'error.field' };
};

const componentOf = (strapi: Core.Strapi, uid: string | undefined): Struct.Schema | undefined =>
  uid === undefined
    ? undefined
    : (strapi.components as unknown as Readonly<Record<string, Struct.Schema | undefined>>)[uid];

/** Where in a document a value stands, down to the first attribute that is no component. */
interface FieldLocation {
  attribute: Attribute | undefined;
  /** Names from the outside in, as people know them: `进展 · 第 2 项 · 日期`. */
  label: string;
  /** `progress.1.date` */
  field: string;
}

const isPosition = (step: string): boolean => /^\d+$/.test(step);

/**
 * The field that a path leads to in documents of a content type, with its label in the language of
 * the request.
 */
export const locateField = (
  strapi: Core.Strapi,
  uid: string,
  path: readonly string[]
): FieldLocation => {
  const labels: string[] = [];
  const fields: string[] = [];
  let schema: { uid: string; attributes: unknown } | undefined = contentTypesOf(strapi).get(uid);
  let attribute: Attribute | undefined;
  for (const step of path) {
    if (!schema) break;
    if (isPosition(step)) {
      const position = Number(step) + 1;
      labels.push(sentence(languageOfRequest(strapi), 'field.item', { position }));
    } else {
      attribute = (schema.attributes as Attributes)[step];
      labels.push(labelOf(strapi, step, schema.uid));
      schema = componentOf(strapi, attribute?.component);
    }
    fields.push(step);
  }
  return { attribute, label: labels.join(' · '), field: fields.join('.') };
};

const FILE = 'plugin::upload.file';

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** Where a document names entries or files of a type, also inside its components. */
const pathsTo = (
  strapi: Core.Strapi,
  attributes: Attributes,
  data: Data,
  target: string | undefined
): string[][] =>
  Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = data[name];
    if (!attribute || isEmpty(value)) return [];
    const part = componentOf(strapi, attribute.component);
    if (!part) {
      const goal = attribute.type === 'media' ? FILE : attribute.target;
      return goal !== undefined && goal === target ? [[name]] : [];
    }
    const inside = (each: unknown, ...outer: string[]): string[][] =>
      isData(each)
        ? pathsTo(strapi, part.attributes as unknown as Attributes, each, target).map((path) => [
            ...outer,
            ...path,
          ])
        : [];
    return Array.isArray(value)
      ? value.flatMap((each, index) => inside(each, name, String(index)))
      : inside(value, name);
  });

/**
 * The fields that a complaint may be about. Of a relation that leads nowhere Strapi tells no field,
 * but the type that it leads to.
 */
const complainedFields = (
  strapi: Core.Strapi,
  uid: string,
  data: Data,
  { path, message }: Complaint
): FieldLocation[] => {
  const target = /\b(?:api|plugin|admin)::[\w.-]+/.exec(message)?.[0];
  const attributes = (contentTypesOf(strapi).get(uid)?.attributes ?? {}) as unknown as Attributes;
  const paths = path.length > 0 ? [path] : pathsTo(strapi, attributes, data, target);
  return paths.length > 0
    ? paths.map((each) => locateField(strapi, uid, each))
    : [{ attribute: undefined, field: 'data', label: labelOf(strapi, 'data') }];
};

const refusalOf = (
  strapi: Core.Strapi,
  uid: string,
  data: Data,
  complaint: Complaint
): errors.ValidationError => {
  const locations = complainedFields(strapi, uid, data, complaint);
  const [{ attribute, field } = { attribute: undefined, field: 'data' }] = locations;
  const { key, values } = attribute
    ? issueOf(strapi, attribute, complaint.value)
    : { key: 'error.field' as const, values: undefined };
  const label = locations.map((location) => location.label).join(' / ');
  return refuse(strapi, field, key, { field, label, value: shown(complaint.value), ...values });
};

/** A document that a relation names and that is not there, as Strapi complains of it. */
const LOST = /^Document with id "([^"]*)"/;

const lostRelation = (
  strapi: Core.Strapi,
  uid: string,
  data: Data,
  lost: string
): errors.ValidationError => {
  const names = (value: unknown): boolean => JSON.stringify([value]).includes(JSON.stringify(lost));
  const name = Object.keys(data).find((each) => names(data[each]));
  const { label, field } = locateField(strapi, uid, name === undefined ? ['data'] : [name]);
  return refuse(strapi, field, 'error.relation', { field, label });
};

/**
 * Strapi's refusal of a document's values, which is English and names no label, as sentences in the
 * language of the request: what is wrong in which field, and what the field takes. Our own refusals
 * come back as they are.
 *
 * @param data what was to be written, where the action writes any
 */
export const toReadableErrors = (
  strapi: Core.Strapi,
  uid: string,
  data: Data,
  error: errors.ValidationError
): errors.ValidationError => {
  const lost = LOST.exec(error.message)?.[1];
  if (lost !== undefined) return lostRelation(strapi, uid, data, lost);
  if (!(error instanceof errors.YupValidationError)) return error;
  const { details } = error as errors.YupValidationError;
  const refusals = details.errors.map((complaint) => refusalOf(strapi, uid, data, complaint));
  const sentences = [...new Set(refusals.map(({ message }) => message))];
  return new errors.ValidationError(sentences.slice(0, MOST_SENTENCES).join(' '), {
    errors: refusals.flatMap(({ details }) => (details as { errors: unknown[] }).errors),
  });
};
