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
