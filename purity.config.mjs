import tseslint from 'typescript-eslint';
import architecture from './architecture.config.mjs';

/** `npm run check:purity`: the architecture alone, where no comment can switch it off. */
export default tseslint.config(
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
  },
  ...architecture
);
