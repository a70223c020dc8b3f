import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import architecture from './architecture.config.mjs';

const TYPESCRIPT = ['**/*.{ts,tsx}'];

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'build/', '.tmp/', '.strapi/', 'types/generated/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  // Chinese sets its blanks as wide as its characters.
  {
    rules: {
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
    },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/admin/tsconfig.json', './tests/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // An empty variable of the environment is none.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
      'no-restricted-globals': [
        'error',
        {
          name: 'strapi',
          message: 'Take strapi as a parameter: the global is whichever was made last.',
        },
      ],
    },
  },
  {
    // React and react-intl as they are written everywhere: formatMessage is bound, and an event's
    // handler may be asynchronous or return what it likes.
    files: ['src/admin/**', 'src/plugins/*/admin/**'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    // Strapi refuses to boot without its secrets, and says which is missing; a test fails.
    files: ['config/**', 'tests/**', '**/*.test.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Rows come from the driver without a type; a repository names their shape as it takes them.
    files: [
      'src/common/database/**',
      'src/plugins/*/server/src/**/*-repository.ts',
      'src/plugins/points/server/src/{isolation,ledger,records}/**',
      'src/site/{slug,search}/**',
      'tests/support/**',
    ],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'fetch', 'setTimeout', 'performance', 'globalThis'].map(
          (name) => [name, 'readonly']
        )
      ),
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'readonly', require: 'readonly', __dirname: 'readonly' },
    },
  },
  {
    // The site's pages: modules that a browser loads as they are.
    files: ['public/**/*.js'],
    languageOptions: {
      sourceType: 'module',
      globals: Object.fromEntries(
        [
          ...['document', 'window', 'localStorage', 'URLSearchParams', 'fetch', 'clearTimeout'],
          ...['speechSynthesis', 'SpeechSynthesisUtterance'],
        ].map((name) => [name, 'readonly'])
      ),
    },
  },
  ...architecture
);
