import type { Struct } from '@strapi/strapi';
import en from '../../src/site/labels/en.json';
import zhHans from '../../src/site/labels/zh-Hans.json';
import { errorOf, startApp, type Client, type TestApp } from '../support';
import { LEAST, valuesOf } from '../support/site-refusals';

interface Attribute {
  type: string;
  required?: boolean;
  maxLength?: number;
  min?: number;
  max?: number;
  repeatable?: boolean;
  component?: string;
  multiple?: boolean;
}

type Attributes = Readonly<Record<string, Attribute>>;

/** A value that an attribute does not take, and the path of the field that the refusal names. */
interface Bad {
  path: string[];
  value: unknown;
}

const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en,
  'zh-Hans': zhHans,
};

/** Words of Strapi's and of programs that no clerk reads. */
const JARGON =
  /must be|matches|defined|null|undefined|Invalid|relation\(s\)|NaN|\[object|errors occurred|attribute/;

/** The system writes these itself, and drops what is given. */
const OWN = new Set([
  ...['publicationDate', 'submission', 'placement', 'createdAt', 'updatedAt', 'publishedAt'],
  ...['locale', 'localizations', 'createdBy', 'updatedBy'],
]);

const NOWHERE = 'nosuchdocument0000000000';

describe('what a field does not take', () => {
  let app: TestApp;
  let admin: Client;
  /** Fields whose sentence was read in both languages; the other values are sent in one. */
  let isAsked = new Set<string>();

  beforeEach(() => {
    isAsked = new Set();
  });
  beforeAll(async () => {
    app = await startApp();
    admin = await app.api.as('super-admin');
  });
  afterAll(() => app.stop());

  const uidOf = (name: string): string => `api::${name}.${name}`;
  const schemaOf = (uid: string): { attributes: Attributes } =>
    (({ ...app.strapi.contentTypes, ...app.strapi.components }) as Record<string, Struct.Schema>)[
      uid
    ] as unknown as { attributes: Attributes };

  /** Values that are wrong in a draft already. */
  const badValues = ({ type, maxLength, max }: Attribute): unknown[] => {
    switch (type) {
      case 'string':
        return [7, '长'.repeat((maxLength ?? 255) + 1)];
      case 'text':
        return [{ a: 1 }, '长'.repeat((maxLength ?? 0) + 1)];
      case 'integer':
        return ['many', 1.5, ...(max === undefined ? [] : [max + 1])];
      case 'enumeration':
        return ['nonsense', 7];
      case 'date':
        return ['yesterday', '2026-02-30', 5];
      case 'datetime':
        return ['yesterday', '2026-02-30T10:00:00Z', '2026-05-01', '2026-05-01T10:00:00'];
      case 'blocks':
        return ['text', [{ type: 'nonsense' }]];
      case 'boolean':
        return ['perhaps'];
      case 'media':
        return [999_999];
      case 'relation':
        return [{ connect: [{ documentId: NOWHERE }] }];
      default:
        return [];
    }
  };

  const badOf = (attributes: Attributes): Bad[] =>
    Object.entries(attributes).flatMap(([name, attribute]): Bad[] => {
      if (OWN.has(name)) return [];
      const { type, component, repeatable } = attribute;
      if (type !== 'component' || component === undefined) {
        return badValues(attribute).map((value) => ({ path: [name], value }));
      }
      const inner = badOf(schemaOf(component).attributes).map(({ path, value }) => {
        const [field = ''] = path;
        const part = { [field]: value };
        return repeatable
          ? { path: [name, '1', field], value: [{}, part] }
          : { path: [name, field], value: part };
      });
      return [{ path: [name], value: 'text' }, ...inner];
    });

  const labelOf = (language: string, uid: string, [name = '', ...rest]: string[]): string => {
    const { component } = schemaOf(uid).attributes[name] ?? {};
    const kind = uid.startsWith('api::') ? 'content-types' : 'components';
    const label = LABELS[language]?.[`content-manager.${kind}.${uid}.${name}`] ?? '?';
    const inner = rest.filter((step) => !/^\d+$/.test(step));
    return component !== undefined && inner.length > 0
      ? `${label}.*${labelOf(language, component, inner)}`
      : label;
  };

  const send = async (name: string, body: object, bad: Bad, action = ''): Promise<string[]> => {
    const faults: string[] = [];
    const uid = uidOf(name);
    const languages = isAsked.has(bad.path.join()) ? ['zh-Hans'] : ['zh-Hans', 'en'];
    isAsked.add(bad.path.join());
    for (const language of languages) {
      const response = await admin.post(`/content-manager/collection-types/${uid}${action}`, body, {
        language,
      });
      const { status, body: answer } = response;
      const what = `${language} ${bad.path.join('.')}=${JSON.stringify([bad.value]).slice(0, 40)}`;
      if (status < 400) {
        faults.push(`${what}: taken (${status}) ${JSON.stringify(answer).slice(0, 100)}`);
        continue;
      }
      const { message, details } = errorOf(response);
      const path = bad.path.join('.');
      const names = new RegExp(
        `${labelOf(language, uid, bad.path)}.*${path.replaceAll('.', '\\.')}`
      );
      const { errors = [] } = (details ?? {}) as { errors?: Array<{ path: string[] }> };
      const paths = errors.map((each) => each.path.join('.'));
      const isGood =
        status === 400 &&
        names.test(message) &&
        !JARGON.test(message) &&
        paths.includes(path) &&
        message.includes('。') === (language === 'zh-Hans');
      if (!isGood) faults.push(`${what}: ${status} ${message} (${paths.join()})`);
    }
    return faults;
  };

  const TYPES = [...Object.keys(LEAST), 'column'];

  it.each(TYPES)('of a %s is refused by its label in either language', async (name) => {
    const uid = uidOf(name);
    const count = () => app.strapi.db.query(uid).count();
    const before = await count();
    const least =
      name === 'column'
        ? { name: '新', code: 'new-one', section: 'features', freshness: 'none' }
        : await valuesOf(app, name, { column: undefined });
    const faults: string[] = [];
    for (const bad of badOf(schemaOf(uid).attributes)) {
      const [field = ''] = bad.path;
      faults.push(...(await send(name, { ...least, [field]: bad.value }, bad)));
    }
    expect(faults).toEqual([]);
    expect(await count()).toBe(before);
  });

  it.each(TYPES.filter((name) => name !== 'column'))(
    'of a %s is not missing, and no blank, when it is published',
    async (name) => {
      const uid = uidOf(name);
      const { attributes } = schemaOf(uid);
      const { column, ...rest } = await valuesOf(app, name);
      const least = column ? { ...rest, column: { connect: [{ documentId: column }] } } : rest;
      const faults: string[] = [];
      for (const [field, { required, type, min }] of Object.entries(attributes)) {
        const values = [
          ...(required ? [null] : []),
          ...(required && type === 'string' ? ['  '] : []),
          ...(type === 'integer' && min !== undefined ? [min - 1] : []),
        ];
        for (const value of values) {
          const bad = { path: [field], value };
          faults.push(...(await send(name, { ...least, [field]: value }, bad, '/actions/publish')));
        }
      }
      expect(faults).toEqual([]);
      expect(await app.strapi.db.query(uid).count()).toBe(0);
    }
  );
});
