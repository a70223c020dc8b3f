import type { Core } from '@strapi/strapi';

type Data = Record<string, unknown>;

interface Attribute {
  type: string;
  component?: string;
}

interface Schema {
  attributes: Readonly<Record<string, Attribute>>;
  pluginOptions?: { i18n?: { localized?: boolean } };
}

/** What the application alone writes of a row. */
const OF_ROW = ['documentId', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'];

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (data: Data, names: readonly string[]): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));

/**
 * A form's data without what the application alone writes, also in its components: the panel sends
 * much of it back with every save, so it is dropped and not refused.
 *
 * Its last parameter: whether a row is being made: then its components have no numbers either
 */
export const createWithoutSystemFields = (strapi: Core.Strapi) => {
  const schemaOf = (uid: unknown): Schema | undefined =>
    typeof uid === 'string' ? strapi.getModel(uid as never) : undefined;

  const part = (value: unknown, component: string | undefined, isNew: boolean): unknown => {
    if (Array.isArray(value)) return value.map((each) => part(each, component, isNew));
    if (!isData(value)) return value;
    const schema = schemaOf(component ?? value.__component);
    const own = without(value, isNew ? ['id', ...OF_ROW] : OF_ROW);
    return schema ? inside(schema, own, isNew) : own;
  };

  const inside = (schema: Schema, data: Data, isNew: boolean): Data =>
    Object.fromEntries(
      Object.entries(data).map(([name, value]) => {
        const attribute = Object.hasOwn(schema.attributes, name)
          ? schema.attributes[name]
          : undefined;
        const isPart = attribute?.type === 'component' || attribute?.type === 'dynamiczone';
        return [name, isPart ? part(value, attribute.component, isNew) : value];
      })
    );

  return (uid: string, data: unknown, isNew: boolean): unknown => {
    const schema = schemaOf(uid);
    if (!schema || !isData(data)) return data;
    const isTranslated = schema.pluginOptions?.i18n?.localized ?? false;
    const names = ['id', ...OF_ROW, ...(isTranslated ? [] : ['locale', 'localizations'])];
    return inside(schema, without(data, names), isNew);
  };
};
