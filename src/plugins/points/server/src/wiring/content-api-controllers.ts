/**
 * What the public API may follow relations into. Strapi lets a role see a relation's target when it
 * has the target's `find`; that permission exists only for a controller's action that is marked as
 * belonging to the content API. The mark is normally left by a route. These actions have none, so
 * that an article can name its supplying units while nobody can list submissions or units.
 */
const CONTENT_API_MARK = Symbol.for('__type__');

interface NotFoundContext {
  notFound(): unknown;
}

const withoutRoute = (): ((context: NotFoundContext) => unknown) =>
  Object.assign((context: NotFoundContext): unknown => context.notFound(), {
    [CONTENT_API_MARK]: ['content-api'],
  });

export default {
  submission: { find: withoutRoute() },
  unit: { find: withoutRoute() },
};
