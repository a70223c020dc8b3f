import type { Core } from '@strapi/strapi';
import { cacheOf } from '../public-api/cache';
import { columnTree, type ColumnNode } from '../public-api/column-tree';

/** The columns of the site, each with those above it, the outermost first and itself the last. */
export interface Columns {
  tree: readonly ColumnNode[];
  byCode: ReadonlyMap<string, readonly [ColumnNode, ...ColumnNode[]]>;
  /** The outermost columns of a section. */
  of(section: string): ColumnNode[];
}

type Trail = readonly [ColumnNode, ...ColumnNode[]];

const trailsOf = (nodes: readonly ColumnNode[], above: readonly ColumnNode[] = []): Trail[] =>
  nodes.flatMap((node) => {
    const trail = [...above, node] as unknown as Trail;
    return [trail, ...trailsOf(node.children, trail)];
  });

const read = async (strapi: Core.Strapi): Promise<Columns> => {
  const tree = await columnTree(strapi);
  const byCode = new Map(trailsOf(tree).map((trail) => [trail.at(-1)?.code ?? '', trail]));
  return { tree, byCode, of: (section) => tree.filter((node) => node.section === section) };
};

/** The columns, kept until the site changes. */
export const columnsOf = (strapi: Core.Strapi): Promise<Columns> =>
  cacheOf(strapi).get('pages:columns', () => read(strapi));
