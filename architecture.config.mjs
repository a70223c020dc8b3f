import tseslint from 'typescript-eslint';

/**
 * The arrows of the house as ESLint rules: common ← domain ← shared ← server, admin; inside the
 * plugin's server only downwards, in the order of ROOMS. A flat config of its own
 * (`npm run check:purity`), and a part of `eslint.config.mjs`.
 */

const POINTS = 'src/plugins/points';
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/__fixtures__/**'];

/** Rooms of the plugin's server, from the ground up: each may import of those before it. */
const ROOMS = [
  'permissions',
  'content-types',
  'records',
  'isolation',
  'document-versions',
  'ledger',
  'standings',
  'downloads',
  'commissions',
  'submissions',
  'adoptions',
  'bonuses',
  'entries',
  'files',
  'units',
  'reconcile',
  'verification',
  'bulletins',
  'inbox',
  'desk',
  'wiring',
];

/** What stands in common/. */
const GROUND = [
  'database',
  'documents',
  'http',
  'messages',
  'office-files',
  'text',
  'time',
  'group-by',
  'once-per-application',
  'pulled',
];

/** Files of the plugin's server that touch the database. All else asks one of them. */
const DATABASE_FILES = [
  `${POINTS}/server/src/records/**/*.ts`,
  `${POINTS}/server/src/ledger-lock.ts`,
  `${POINTS}/server/src/**/*-repository.ts`,
  `${POINTS}/server/src/isolation/{ownership,visibility-filters}.ts`,
  `${POINTS}/server/src/ledger/{acceptances,append,append-only-guard,postings,seals,submission-ledgers,totals}.ts`,
];

/** Forbids every import whose source matches a regex, and says why. */
const imports = (...rules) => ({
  'no-restricted-imports': [
    'error',
    { patterns: rules.map(([regex, message]) => ({ regex, message })) },
  ],
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

const pure = (allowed, message) => ({
  ...imports([String.raw`^(?!${allowed})`, message]),
  'no-restricted-syntax': ['error', ...LOADING_ANOTHER_WAY, ...CLOCK, ...SITE_TYPES],
  'no-restricted-globals': ['error', ...AMBIENT],
});

const NO_ADMIN = [String.raw`^\..*/admin(/|$)`, 'server/ and admin/ never import each other.'];
const ONE_DOOR = [
  String.raw`plugins/points/(?!server/src/public$)`,
  'Import of the points plugin only its one door, plugins/points/server/src/public.',
];

const ADMIN_DOOR = [
  String.raw`plugins/points/(?!admin/src/(shared|translations)/)`,
  "Import of the points plugin's screens only what they share.",
];

const upwards = (room) => {
  const above = ROOMS.slice(ROOMS.indexOf(room) + 1);
  return [
    String.raw`^\.\./(${[...above, 'public', 'register', 'bootstrap', 'index'].join('|')})(/|$)`,
    `Rooms import downwards only: ${ROOMS.join(' ← ')}.`,
  ];
};

const rooms = ROOMS.flatMap((room) => ({
  files: [`${POINTS}/server/src/${room}/**/*.ts`],
  ignores: TESTS,
  rules: imports(NO_ADMIN, upwards(room)),
}));

export default tseslint.config(
  {
    files: ['src/common/**/*.ts'],
    ignores: TESTS,
    rules: imports([
      String.raw`^\.\./(?!(${GROUND.join('|')})(/|$))`,
      'common/ is the ground floor: it imports nothing of the house.',
    ]),
  },
  {
    files: ['src/common/time/{day,working-days-rule}.ts'],
    rules: pure(String.raw`\./[\w-]+$`, 'The rules of days are as pure as the domain.'),
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/admin/**', 'src/common/**', 'src/plugins/points/**'],
    rules: imports(ONE_DOOR),
  },
  {
    files: ['src/admin/**/*.{ts,tsx}'],
    rules: imports(ADMIN_DOOR),
  },
  {
    files: [`${POINTS}/domain/**/*.ts`],
    ignores: TESTS,
    rules: pure(
      String.raw`\./[\w-]+$|fraction\.js$`,
      'domain/ imports nothing outside itself, except fraction.js.'
    ),
  },
  {
    files: [`${POINTS}/shared/**/*.ts`],
    ignores: TESTS,
    rules: {
      ...imports([
        String.raw`^(?!\./[\w-]+$|(\.\./)+domain/[\w-]+$)`,
        'shared/ imports only itself and domain/.',
      ]),
      'no-restricted-syntax': ['error', ...LOADING_ANOTHER_WAY, ...SITE_TYPES],
    },
  },
  {
    files: [`${POINTS}/server/**/*.ts`],
    ignores: TESTS,
    rules: {
      ...imports(NO_ADMIN),
      'no-restricted-syntax': ['error', ...DATABASE, ...SITE_TYPES],
    },
  },
  {
    files: DATABASE_FILES,
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...SITE_TYPES] },
  },
  ...rooms,
  {
    files: [`${POINTS}/admin/**/*.{ts,tsx}`],
    ignores: TESTS,
    rules: {
      ...imports([String.raw`^\..*/server(/|$)`, 'server/ and admin/ never import each other.']),
      'no-restricted-syntax': ['error', ...SITE_TYPES],
    },
  }
);
