declare module '*.svg' {
  /** The address of the built file. */
  const url: string;
  export default url;
}

declare module '*.css?inline' {
  /** The rules of the file, as text. */
  const rules: string;
  export default rules;
}

declare module '*.md?raw' {
  /** The file, as text. */
  const text: string;
  export default text;
}

interface ImportMeta {
  /** Vite's: the modules whose paths match, by path. */
  glob<T>(
    pattern: string,
    options: { eager: true; query: string; import: string }
  ): Record<string, T>;
}
