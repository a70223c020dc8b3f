/** A JSON Schema, or any other part of an OpenAPI document. */
export interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
}

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

export const list = (items: Schema): Schema => ({ type: 'array', items });

/** An object that has exactly these properties. */
export const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };
export const moment: Schema = { type: 'string', format: 'date-time' };
