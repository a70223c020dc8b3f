import type { Core } from '@strapi/strapi';
import type { DocumentContext, Middleware, Next } from './context';

/** What a step does around a write or a reading; it calls `next` once, or throws. */
export type DocumentMiddleware = (context: DocumentContext, next: Next) => Promise<unknown>;

/** A step of the path of a write, by the name that docs/architecture.md gives it. */
export interface PipelineStep {
  name: string;
  /** What the step looks at; anything else passes by. Everything, unless told. */
  concerns?: (context: DocumentContext) => boolean;
  run: DocumentMiddleware;
}

/** A step as Strapi takes it. What comes back of it is what `next` gave: no step gives another result. */
const middlewareOf = ({ name, concerns, run }: PipelineStep): Middleware => {
  const middleware: Middleware = async (context, next) => {
    if (concerns && !concerns(context)) return next();
    const results: Array<Awaited<ReturnType<typeof next>>> = [];
    await run(context, async () => {
      const result = await next();
      results.push(result);
      return result;
    });
    for (const result of results) return result;
    throw new Error(`The step ${name} has neither called the next one nor thrown.`);
  };
  return Object.defineProperty(middleware, 'name', { value: name });
};

/** Puts steps behind those that are there already, in the order in which a write passes them. */
export const registerPipeline = (strapi: Core.Strapi, steps: readonly PipelineStep[]): void => {
  for (const step of steps) strapi.documents.use(middlewareOf(step));
};
