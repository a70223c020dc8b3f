import type { Struct } from '@strapi/strapi';
import { locateField } from '../../common/messages/field-errors';
import { calendarService } from '../../common/time/calendar';
import { shown } from '../../common/messages/validation';
import { attributesOf } from '../content-types';
import { componentOf, type Data, type Rule, type Write } from '../write';
import { refuse } from '../../common/messages/messages';

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The day that a value of a `date` names, or the moment of a `datetime`; null when it names none. */
const read = ({ strapi }: Write, type: 'date' | 'datetime', value: unknown): unknown => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  if (typeof value !== 'string') return null;
  const day = calendarService(strapi).parseDay(value);
  if (type === 'date' || day === null) return day;
  return value.includes('T') ? value : null;
};

const refuseValue = (
  { strapi, contentType }: Write,
  path: readonly string[],
  value: unknown,
  key: 'error.date' | 'error.moment' | 'error.richText'
): Error => {
  const { label, field } = locateField(strapi, contentType.uid, path);
  return refuse(strapi, field, key, { field, label, value: shown(value) });
};

const readField = (write: Write, data: Data, type: string, path: readonly string[]): void => {
  const name = path.at(-1) ?? '';
  const value = data[name];
  if (value === undefined || value === null) return;
  if (type === 'blocks' && !(Array.isArray(value) && value.every(isData))) {
    throw refuseValue(write, path, value, 'error.richText');
  }
  if (type !== 'date' && type !== 'datetime') return;
  data[name] = value === '' ? null : read(write, type, value);
  if (value === '' || data[name] !== null) return;
  throw refuseValue(write, path, value, type === 'date' ? 'error.date' : 'error.moment');
};

const readAll = (
  write: Write,
  schema: Pick<Struct.Schema, 'attributes'>,
  data: Data,
  outer: readonly string[]
): void => {
  for (const [name, { type, component }] of attributesOf(schema)) {
    const path = [...outer, name];
    const value = data[name];
    readField(write, data, type, path);
    if (type !== 'component' || component === undefined) continue;
    const part = componentOf(write.strapi, component);
    if (isData(value)) readAll(write, part, value, path);
    if (!Array.isArray(value)) continue;
    value.forEach((each: unknown, index) => {
      if (isData(each)) readAll(write, part, each, [...path, String(index)]);
    });
  }
};

/**
 * What Strapi would keep as something else, or refuse without telling the field. Dates are days of
 * the calendar and times are moments with their offset; of a moment that is given for a day, the
 * bureau's day is kept. Rich text is a list of blocks, where Strapi empties what is no
 * list and fails on what is no block.
 */
export const fieldValues: Rule = {
  concerns: () => true,
  before(write) {
    if (write.data) readAll(write, write.contentType, write.data, []);
  },
};
