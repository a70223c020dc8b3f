import tseslint from 'typescript-eslint';

/**
 * The arrows of the house as ESLint rules: common ← domain ← shared ← server, admin; inside a
 * plugin's server only downwards, in the order of its rooms; between plugins by their doors alone. A
 * flat config of its own (`npm run check:purity`), and a part of `eslint.config.mjs`.
 */

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/__fixtures__/**'];

/**
 * The plugins. Of each: the rooms of its server, from the ground up (each may import of those before
 * it); the files of its server that touch the database beside `*-repository.ts` (all else asks one of
 * them); what its domain may import; and the plugins whose doors it may use.
 */
const PLUGINS = {
  points: {
    rooms: [
      'permissions',
      'content-types',
      'records',
      'isolation',
      'document-versions',
      'notices',
      'ledger',
      'standings',
      'rule-sets',
      'downloads',
      'commissions',
      'submissions',
      'adoptions',
      'bonuses',
      'objections',
      'entries',
      'files',
      'units',
      'reconcile',
      'verification',
      'bulletins',
      'bulletin-documents',
      'issuing',
      'reviews',
      'setup',
      'inbox',
      'desk',
      'wiring',
    ],
    databaseFiles: [
      'records/**/*.ts',
      'ledger-lock.ts',
      'isolation/{ownership,visibility-filters}.ts',
      'ledger/{acceptances,append,append-only-guard,postings,seals,submission-ledgers,totals}.ts',
    ],
    libraries: ['fraction.js'],
    uses: ['mail'],
  },
  mail: {
    rooms: ['permissions', 'content-types', 'records', 'delivery', 'outbox', 'wiring'],
    databaseFiles: [],
    libraries: [],
    uses: [],
  },
};

/** What stands in common/. */
const GROUND = [
  'database',
  'documents',
  'http',
  'messages',
  'office-files',
  'text',
  'time',
  'chunks-of',
  'group-by',
  'kept-by-text',
  'next-turn',
  'once-per-application',
  'pulled',
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
    message: 'A plugin knows no content type of the site by name: read its pluginOptions.',
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

const NAMES = Object.keys(PLUGINS);

/** What another plugin's things are called by: its UIDs, its services. */
const othersNames = (name) =>
  NAMES.filter((other) => other !== name && !PLUGINS[name].uses.includes(other)).map((other) => ({
    selector: `Literal[value=/^(plugin::)?${other}(\\.|$)/]`,
    message: `The plugin ${name} knows nothing of the plugin ${other}.`,
  }));

const NO_ADMIN = [String.raw`^\..*/admin(/|$)`, 'server/ and admin/ never import each other.'];
const ONE_DOOR = [
  String.raw`plugins/(${NAMES.join('|')})/(?!server/src/public$)`,
  'Import of a plugin only its one door, server/src/public.',
];

const ADMIN_DOOR = [
  String.raw`plugins/(${NAMES.join('|')})/(?!admin/src/(shared|translations)/)`,
  "Import of a plugin's screens only what they share.",
];

/** Of the plugins that it may use the doors, of all others nothing. A path leads up and then into the other's folder. */
const betweenPlugins = (name) =>
  NAMES.filter((other) => other !== name).map((other) =>
    PLUGINS[name].uses.includes(other)
      ? [
          String.raw`^(\.\./)+${other}/(?!server/src/public$)`,
          `Import of the plugin ${other} only its one door, server/src/public.`,
        ]
      : [String.raw`^(\.\./)+${other}/`, `The plugin ${name} knows nothing of the plugin ${other}.`]
  );

/** Screens ask the server; they import of no other plugin. */
const noOtherScreens = (name) =>
  NAMES.filter((other) => other !== name).map((other) => [
    String.raw`^(\.\./)+${other}/`,
    'Screens of a plugin import of no other plugin.',
  ]);

const roomsOf = (name) => {
  const { rooms } = PLUGINS[name];
  return rooms.map((room, place) => {
    const above = [...rooms.slice(place + 1), 'public', 'register', 'bootstrap', 'index'];
    return {
      files: [`src/plugins/${name}/server/src/${room}/**/*.ts`],
      ignores: TESTS,
      rules: imports(NO_ADMIN, ...betweenPlugins(name), [
        String.raw`^\.\./(${above.join('|')})(/|$)`,
        `Rooms import downwards only: ${rooms.join(' ← ')}.`,
      ]),
    };
  });
};

const plugin = (name) => {
  const { databaseFiles, libraries } = PLUGINS[name];
  const folder = `src/plugins/${name}`;
  const named = [...SITE_TYPES, ...othersNames(name)];
  const allowed = [String.raw`\./[\w-]+$`, ...libraries.map((library) => `${library}$`)];
  const except = libraries.length > 0 ? `, except ${libraries.join(', ')}` : '';
  return [
    {
      files: [`${folder}/domain/**/*.ts`],
      ignores: TESTS,
      rules: pure(allowed.join('|'), `domain/ imports nothing outside itself${except}.`),
    },
    {
      files: [`${folder}/shared/**/*.ts`],
      ignores: TESTS,
      rules: {
        ...imports([
          String.raw`^(?!\./[\w-]+$|(\.\./)+domain/[\w-]+$)`,
          'shared/ imports only itself and domain/.',
        ]),
        'no-restricted-syntax': ['error', ...LOADING_ANOTHER_WAY, ...named],
      },
    },
    {
      files: [`${folder}/server/**/*.ts`],
      ignores: TESTS,
      rules: {
        ...imports(NO_ADMIN, ...betweenPlugins(name)),
        'no-restricted-syntax': ['error', ...DATABASE, ...named],
      },
    },
    {
      files: ['**/*-repository.ts', ...databaseFiles].map((file) => `${folder}/server/src/${file}`),
      ignores: TESTS,
      rules: { 'no-restricted-syntax': ['error', ...named] },
    },
    ...roomsOf(name),
    {
      files: [`${folder}/admin/**/*.{ts,tsx}`],
      ignores: TESTS,
      rules: {
        ...imports(
          [String.raw`^\..*/server(/|$)`, 'server/ and admin/ never import each other.'],
          ...noOtherScreens(name)
        ),
        'no-restricted-syntax': ['error', ...named],
      },
    },
  ];
};

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
    ignores: ['src/admin/**', 'src/common/**', 'src/plugins/**'],
    rules: imports(ONE_DOOR),
  },
  {
    files: ['src/admin/**/*.{ts,tsx}'],
    rules: imports(ADMIN_DOOR),
  },
  ...NAMES.flatMap(plugin)
);
