/** A field's value in the Content Manager's form, whose shape depends on the content type. */
export const valueOf = (values: object, name: string): unknown =>
  (values as Record<string, unknown>)[name];
