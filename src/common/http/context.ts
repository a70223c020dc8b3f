/** What our controllers use of a request. */
export interface RequestContext {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user?: { id: number } };
  status: number;
  body: unknown;
}

/** A parameter of the path; the route guarantees it. */
export const parameter = (ctx: RequestContext, name: string): string => ctx.params[name] ?? '';
