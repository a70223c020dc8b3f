import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { DocumentMiddleware } from '../../common/documents/pipeline';
import { languageOfRequest, type Language } from '../../common/messages/request-language';
import { createQueryShape, type Issue } from './query-shape';
import type { Attribute } from './site-types';

type Sentences = Readonly<Record<Issue['kind'], string>>;

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  'zh-Hans': {
    conditions: '{path} 须为按字段写的条件，如 filters[title][$contains]=文化。',
    list: '{path} 须为条件的列表，如 {path}[0][title][$contains]=文化。',
    pair: '{path} 须为两个值，如 {path}[0]=1&{path}[1]=2。',
    text: '{path} 须为一个值或一列值。',
    sort: '{path}：不能按此字段排序。',
    field: '{path}：没有此字段。',
    related: '{path}：关联的内容须用 populate 取。',
    depth: '{path}：关联内容最多逐层取 5 层。',
    alone: '{path} 不能与其他条件并列，请放进 $and。',
    far: '{path} 过大，最多为 2147483647。',
    whole: '{path} 须为整数。',
    number: '{path} 须为数。',
    date: '{path} 须为日期或时间，如 2026-03-31 或 2026-03-31T08:00:00Z。',
    boolean: '{path} 须为 true 或 false。',
    operator: '{path} 只能使用：{values}。',
  },
  en: {
    conditions: '{path} takes conditions by field, such as filters[title][$contains]=art.',
    list: '{path} takes a list of conditions, such as {path}[0][title][$contains]=art.',
    pair: '{path} takes two values, such as {path}[0]=1&{path}[1]=2.',
    text: '{path} takes a value or a list of values.',
    sort: '{path}: nothing can be sorted by this field.',
    field: '{path}: there is no such field.',
    related: '{path}: related entries are asked for by populate.',
    depth: '{path}: related entries are populated at most 5 levels deep.',
    alone: '{path} cannot stand beside other conditions: put them into $and.',
    far: '{path} goes too far: it takes 2147483647 at most.',
    whole: '{path} takes a whole number.',
    number: '{path} takes a number.',
    date: '{path} takes a date or time, such as 2026-03-31 or 2026-03-31T08:00:00Z.',
    boolean: '{path} takes true or false.',
    operator: '{path} takes only {values}.',
  },
};

const LONGEST_PATH = 120;

/** The refusal (400) of a query that the database cannot answer: it names the part and what it takes. */
export const refuseQuery = (language: Language, flaw: Issue): errors.ValidationError => {
  const path = flaw.path.length > LONGEST_PATH ? `${flaw.path.slice(0, LONGEST_PATH)}…` : flaw.path;
  const message = SENTENCES[language][flaw.kind]
    .replaceAll('{path}', () => path)
    .replace('{values}', () => ('values' in flaw ? flaw.values.join(' ') : ''));
  return new errors.ValidationError(message, {
    errors: [{ path: [path], message, name: 'ValidationError', value: undefined }],
  });
};

const isOfContentApi = (strapi: Core.Strapi): boolean =>
  (strapi.requestContext.get()?.state as { route?: { info?: { type?: string } } } | undefined)
    ?.route?.info?.type === 'content-api';

type Schemas = Readonly<Record<string, { attributes: unknown } | undefined>>;

/** The attributes of the application's content types and components, by uid. */
export const schemasOf = (strapi: Core.Strapi) => {
  const contentTypes = strapi.contentTypes as unknown as Schemas;
  const components = strapi.components as unknown as Schemas;
  return (uid: string): Readonly<Record<string, Attribute>> | undefined =>
    (contentTypes[uid] ?? components[uid])?.attributes as
      Readonly<Record<string, Attribute>> | undefined;
};

/**
 * Document middleware of readings: refuses queries of the public API that the database cannot
 * answer, with a sentence (400) that names the part and what it takes.
 */
export const queryGuard = (strapi: Core.Strapi): DocumentMiddleware => {
  const flawOf = createQueryShape(schemasOf(strapi));
  return async ({ uid, params }, next) => {
    if (isOfContentApi(strapi)) {
      const flaw = flawOf(uid, params);
      if (flaw) throw refuseQuery(languageOfRequest(strapi), flaw);
    }
    return next();
  };
};
