import type { Core } from '@strapi/strapi';

/**
 * A factory whose product is made once an application, at its first use: repositories and services
 * read the database's metadata, which is there only after `register`.
 */
export const oncePerApplication = <T>(
  make: (strapi: Core.Strapi) => T
): ((strapi: Core.Strapi) => T) => {
  const made = new WeakMap<Core.Strapi, { product: T }>();
  return (strapi) => {
    const known = made.get(strapi);
    if (known) return known.product;
    const product = make(strapi);
    made.set(strapi, { product });
    return product;
  };
};
