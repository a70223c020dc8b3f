import tseslint from 'typescript-eslint';

/**
 * The arrows of the house as ESLint rules: domain ← shared ← server, admin. A flat config of its
 * own (`npm run check:purity`), and a part of `eslint.config.mjs`.
 */

const PLUGIN = 'src/plugins/*';
const TESTS = ['**/*.test.ts', '**/*.test.tsx'];

/** Forbids every import whose source matches `regex`, and says why. */
const imports = (regex, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
});

const LOADING_ANOTHER_WAY = [
  {
    selector: 'ImportExpression',
    message: 'Import at the top, so that the arrows can be checked.',
  },
  {
    selector: "CallExpression[callee.name='require']",
    message: 'Import at the top, so that the arrows can be checked.',
  },
];

const CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain has no clock: take the moment as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The domain has no clock: take the moment as a parameter.',
  },
];

/** The way to the database. Opening a transaction is a use case's affair; all else is not. */
const DATABASE = [
  {
    selector:
      "MemberExpression[property.name='db']:not(MemberExpression[property.name='transaction'] > .object)",
    message: 'Only repositories touch the database; ask one of them.',
  },
  {
    selector: "ObjectPattern > Property[key.name='db']",
    message: 'Only repositories touch the database; ask one of them.',
  },
];

const SITE_TYPES = [
  {
    selector: 'Literal[value=/^api::/]',
    message: 'The plugin knows no content type of the site by name: read pluginOptions.points.',
  },
];

const AMBIENT = ['strapi', 'process', 'global', 'globalThis'].map((name) => ({
  name,
  message: 'The domain knows nothing around it: take it as a parameter.',
}));

export default tseslint.config(
  {
    files: [`${PLUGIN}/domain/**/*.ts`],
    ignores: TESTS,
    rules: {
      ...imports(
        String.raw`^(?!\./[\w-]+$|fraction\.js$)`,
        'domain/ imports nothing outside itself, except fraction.js.'
      ),
      'no-restricted-syntax': ['error', ...LOADING_ANOTHER_WAY, ...CLOCK, ...SITE_TYPES],
      'no-restricted-globals': ['error', ...AMBIENT],
    },
  },
  {
    files: [`${PLUGIN}/shared/**/*.ts`],
    ignores: TESTS,
    rules: {
      ...imports(
        String.raw`^(?!\./[\w-]+$|(\.\./)+domain/[\w-]+$)`,
        'shared/ imports only itself and domain/.'
      ),
      'no-restricted-syntax': ['error', ...LOADING_ANOTHER_WAY, ...SITE_TYPES],
    },
  },
  {
    files: [`${PLUGIN}/server/**/*.ts`],
    ignores: TESTS,
    rules: {
      ...imports(String.raw`^\..*/admin(/|$)`, 'server/ and admin/ never import each other.'),
      'no-restricted-syntax': ['error', ...DATABASE, ...SITE_TYPES],
    },
  },
  {
    files: [`${PLUGIN}/server/src/repositories/**/*.ts`],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...SITE_TYPES] },
  },
  {
    files: [`${PLUGIN}/admin/**/*.{ts,tsx}`],
    ignores: TESTS,
    rules: {
      ...imports(String.raw`^\..*/server(/|$)`, 'server/ and admin/ never import each other.'),
      'no-restricted-syntax': ['error', ...SITE_TYPES],
    },
  }
);
