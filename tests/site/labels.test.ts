import type { Struct } from '@strapi/strapi';
import en from '../../src/site/labels/en.json';
import zhHans from '../../src/site/labels/zh-Hans.json';
import enNames from '../../src/plugins/points/admin/src/translations/content-manager/en.json';
import enPlugin from '../../src/plugins/points/admin/src/translations/en.json';
import { SITE_TYPES } from '../../src/admin/content-manager/site-types';
import { startApp, type TestApp } from '../support';

type Labels = Readonly<Record<string, string>>;

interface Attribute {
  type: string;
  enum?: readonly string[];
}

type Schema = Struct.ContentTypeSchema | Struct.ComponentSchema;

const LANGUAGES: Readonly<Record<string, Labels>> = { en, 'zh-Hans': zhHans };

/** Attributes that the panel never shows. */
const HIDDEN = new Set(['id', 'documentId', 'locale', 'localizations', 'publishedAt']);

/** A type of the site that the Content Manager shows. */
const isShown = ({ uid, pluginOptions }: Schema): boolean => {
  const { visible = true } = (pluginOptions?.['content-manager'] ?? {}) as { visible?: boolean };
  return uid.startsWith('api::') && visible;
};

describe('the names of the site', () => {
  let app: TestApp;
  let schemas: Schema[];

  beforeAll(async () => {
    app = await startApp();
    const { contentTypes, components } = app.strapi as unknown as {
      contentTypes: Record<string, Schema>;
      components: Record<string, Schema>;
    };
    schemas = [...Object.values(contentTypes).filter(isShown), ...Object.values(components)];
  });
  afterAll(() => app.stop());

  const attributesOf = (schema: Schema): Array<[string, Attribute]> =>
    Object.entries(schema.attributes as unknown as Record<string, Attribute>).filter(
      ([name]) => !HIDDEN.has(name)
    );
  const prefixOf = ({ modelType, uid }: Schema): string =>
    `content-manager.${modelType === 'component' ? 'components' : 'content-types'}.${uid}`;
  const typeKeys = (): string[] => schemas.map(({ info }) => info.displayName);
  const fieldKeys = (): string[] =>
    schemas.flatMap((schema) =>
      attributesOf(schema).map(([name]) => `${prefixOf(schema)}.${name}`)
    );
  const valueKeys = (): string[] =>
    schemas.flatMap((schema) =>
      attributesOf(schema).flatMap(([, attribute]) => attribute.enum ?? [])
    );

  it('cover at least the types of the regulation', () => {
    expect(typeKeys()).toEqual(expect.arrayContaining(['Article', 'Column', 'Lecture', 'Award']));
    expect(fieldKeys().length).toBeGreaterThan(250);
    expect(valueKeys()).toEqual(expect.arrayContaining(['headline', 'exhibition', 'in-force']));
  });

  it.each(Object.entries(LANGUAGES))('name every type, field and value in %s', (_, labels) => {
    const plugin = new Set(Object.keys(enPlugin).map((key) => key.replace(/^choice\./, '')));
    const missing = [
      ...typeKeys().filter((key) => !labels[key]),
      ...fieldKeys().filter((key) => !labels[key]),
      // Placements are the plugin's, which names them in both languages.
      ...valueKeys().filter((key) => !labels[key] && !plugin.has(key)),
    ];
    expect(missing).toEqual([]);
  });

  it('are known to the menu, which groups the types by their section', () => {
    const types = schemas.filter(
      ({ modelType, uid }) => modelType === 'contentType' && uid !== 'api::column.column'
    );
    expect(Object.fromEntries(types.map(({ info, uid }) => [info.displayName, uid]))).toEqual(
      Object.fromEntries(Object.entries(SITE_TYPES).map(([name, { uid }]) => [name, uid]))
    );
  });

  it('name nothing that is not there', () => {
    const known = new Set([...typeKeys(), ...fieldKeys(), ...valueKeys()]);
    const fields = new Set(
      schemas.flatMap((schema) =>
        attributesOf(schema).map(([name]) => `help.${schema.uid}.${name}`)
      )
    );
    const left = Object.keys(en).filter(
      (key) => !known.has(key) && !fields.has(key) && !key.endsWith('.publishedAt')
    );
    expect(left).toEqual([]);
  });

  it('are the same in both languages, and none is the plugin’s', () => {
    expect(Object.keys(zhHans)).toEqual(Object.keys(en));
    const taken = [
      ...Object.keys(enNames),
      ...Object.keys(enPlugin).map((key) => key.replace(/^choice\./, '')),
    ];
    expect(taken.filter((key) => key in en)).toEqual([]);
  });

  it('are Chinese in Chinese', () => {
    const words = Object.entries(zhHans).filter(([, name]) => !/\p{Script=Han}/u.test(name));
    expect(words).toEqual([]);
  });

  it('tell one closed list’s values from another’s', () => {
    const lists = schemas.flatMap((schema) =>
      attributesOf(schema).flatMap(([, attribute]) => (attribute.enum ? [attribute.enum] : []))
    );
    const distinct = [...new Map(lists.map((list) => [list.join(), list])).values()];
    const values = distinct.flat();
    expect(values.length).toBe(new Set(values).size);
  });
});
