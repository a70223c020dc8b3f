/** A registry of Strapi's, which lets one of its parts be replaced by another that wraps it. */
export interface Registry {
  extend(uid: string, wrap: <Part extends object>(part: Part) => Part): void;
}

/** A service or controller of Strapi's with some of its methods replaced. */
export const wrapped = <Part extends object>(part: Part, changes: object): Part =>
  Object.assign(Object.create(part) as Part, part, changes);
