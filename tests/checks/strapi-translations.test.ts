import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ours from '../../src/admin/translations/strapi.zh-Hans.json';

const load = createRequire(__filename);

/** What of Strapi's panel our people open: each with its folder of sources and its translations. */
const PARTS = [
  { name: 'admin', sources: 'dist/admin/admin/src', prefix: '' },
  { name: 'content-manager', sources: 'dist/admin', prefix: 'content-manager.' },
  { name: 'upload', sources: 'dist/admin', prefix: 'upload.' },
] as const;

/** Families of words that none of our people meets, each with the reason. */
const NOT_MET: ReadonlyArray<readonly [family: RegExp, reason: string]> = [
  [/^tours\./, 'config: tutorials are off'],
  [/^Settings\.(adminTokens|apiTokens)|^notification\.success\.adminToken/, 'for programmers'],
  [/^Settings\.(sso|content-history)|auditLogs|Purchase|purchase/, 'paid features'],
  [/^app\.components\.(FreeTrial|UpsellBanner|LeftMenu\.trial)/, 'paid features'],
  [/^app\.components\.(NpsSurvey|MediaLibraryBanner)/, 'Strapi about itself; not shown'],
  [/^widget\.(deploy-now|last-activity)/, 'Strapi Cloud and paid features'],
  [/^(content-manager\.)?(preview|history)\./, 'not set up here; paid features'],
  [/aiMetadata|create-metadata|generatingMetadata|metadata(Generated|Skipped|Failed)/, 'paid'],
  [/^upload\.ai\.|\.description\.ai$/, 'paid features'],
  [/^app$/, 'an id that Strapi puts together'],
  [/^global\.fullname$/, 'used by no source'],
];

const strapi = (part: string, ...rest: string[]): string =>
  path.join(__dirname, '../../node_modules/@strapi', part, ...rest);

const translationsOf = (
  part: string,
  folder: string,
  language: string
): Record<string, unknown> => {
  const file = strapi(part, folder, 'translations', `${language}.json.js`);
  const exported = load(file) as Record<string, unknown> & { default?: Record<string, unknown> };
  return { ...exported, ...exported.default };
};

/** Ids with the part's prefix, as the panel looks them up: Strapi's Chinese has it already. */
const prefixed = (prefix: string, translations: Record<string, unknown>): string[] =>
  Object.entries(translations)
    .filter(([, words]) => typeof words === 'string')
    .map(([id]) => (id.startsWith(prefix) ? id : `${prefix}${id}`));

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mjs') && !/translations|\btests?\b/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));

const MESSAGE =
  /id:\s*(get(?:Translation|Trad|TranslationKey))?\(?\s*['"`]([\w.$-]+)['"`]\)?,\s*defaultMessage:/g;

/** Every id that a source asks for beside its English words. */
const idsIn = (source: string, prefix: string): string[] =>
  [...source.matchAll(MESSAGE)].map(([, helper, id = '']) => (helper ? `${prefix}${id}` : id));

const chinese = new Set([
  ...Object.keys(ours),
  ...PARTS.flatMap(({ name, sources, prefix }) =>
    prefixed(prefix, translationsOf(name, sources, 'zh-Hans'))
  ),
]);

const isMet = (id: string): boolean => !NOT_MET.some(([family]) => family.test(id));

describe("Strapi's own words on our people's pages", () => {
  it.each(PARTS)('of $name are Chinese, every one', ({ name, sources, prefix }) => {
    const asked = sourcesUnder(strapi(name, sources)).flatMap((source) => idsIn(source, prefix));
    const listed = prefixed(prefix, translationsOf(name, sources, 'en'));
    expect(asked.length).toBeGreaterThan(20);
    const missing = [...new Set([...asked, ...listed])].filter((id) => !chinese.has(id));
    expect(missing.filter(isMet).sort()).toEqual([]);
  });

  it('are passed over by families that exist', () => {
    const all = PARTS.flatMap(({ name, sources, prefix }) => [
      ...sourcesUnder(strapi(name, sources)).flatMap((source) => idsIn(source, prefix)),
      ...prefixed(prefix, translationsOf(name, sources, 'en')),
    ]);
    const unused = NOT_MET.filter(([family]) => !all.some((id) => family.test(id)));
    expect(unused.map(([family]) => family.source)).toEqual([]);
  });

  it('call an alternative text by one word', () => {
    expect(ours['upload.form.input.label.file-alt']).toBe('替代文本');
    expect(Object.values(ours).filter((words) => words.includes('备用文本'))).toEqual([]);
  });
});
