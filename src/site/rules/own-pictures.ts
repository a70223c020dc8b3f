import type { Core, Struct } from '@strapi/strapi';
import { labelOf, shown } from '../../common/messages/validation';
import { attributesOf } from '../content-types';
import { refuse } from '../refusals';
import { componentOf, type Data, type Rule, type Write } from '../write';

interface Node {
  type?: unknown;
  image?: { url?: unknown } | null;
  children?: unknown;
}

const listOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value as unknown[];
  return value === null || value === undefined ? [] : [value];
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Addresses of the pictures in a rich text. Walks without recursion, for a text may be nested without end. */
const addressesIn = (blocks: unknown): string[] => {
  const addresses: string[] = [];
  // A list of its own: the walk takes from it, and the text is still to be saved.
  const nodes = [...listOf(blocks)];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (!isNode(node)) continue;
    if (node.type === 'image' && typeof node.image?.url === 'string')
      addresses.push(node.image.url);
    nodes.push(...listOf(node.children));
  }
  return addresses;
};

/** The same of an attribute, of components' rich texts too. */
const addressesOf = (
  strapi: Core.Strapi,
  { type, component }: { type: string; component?: string },
  value: unknown
): string[] => {
  if (type === 'blocks') return addressesIn(value);
  if (type !== 'component' || component === undefined) return [];
  const schema: Pick<Struct.Schema, 'attributes'> = componentOf(strapi, component);
  return listOf(value)
    .filter((part): part is Data => typeof part === 'object' && part !== null)
    .flatMap((part) =>
      attributesOf(schema).flatMap(([name, attribute]) =>
        addressesOf(strapi, attribute, part[name])
      )
    );
};

const hostOf = (address: string): string | undefined => {
  try {
    return new URL(address).host;
  } catch {
    return undefined;
  }
};

/** The hosts that are this site: the panel writes the whole address of a picture from the library. */
const ownHosts = (strapi: Core.Strapi): ReadonlySet<string | undefined> => {
  const request = strapi.requestContext.get() as { host?: string } | undefined;
  const settings = ['site.url', 'server.absoluteUrl'].map((key) =>
    hostOf(strapi.config.get<string>(key, ''))
  );
  return new Set([request?.host, ...settings].filter((host) => host !== undefined));
};

const isOwn = (address: string, hosts: ReadonlySet<string | undefined>): boolean =>
  /^\/(?![/\\])/.test(address) || hosts.has(hostOf(address));

const requireOwn = ({ strapi, contentType }: Write, data: Data): void => {
  const hosts = ownHosts(strapi);
  for (const [field, attribute] of attributesOf(contentType)) {
    const address = addressesOf(strapi, attribute, data[field]).find((each) => !isOwn(each, hosts));
    if (address === undefined) continue;
    const label = labelOf(strapi, field, contentType.uid);
    throw refuse(strapi, field, 'error.blocks.foreign', { field, label, value: shown(address) });
  }
};

/**
 * Pictures in texts come from the media library. One of another site is not shown to any reader, for the
 * site's content security policy keeps it out; and the server fetches none, for it would fetch from
 * wherever it is told.
 */
export const ownPictures: Rule = {
  concerns: () => true,
  before(write) {
    requireOwn(write, write.data ?? {});
  },
  after(written) {
    if (written.publishes) requireOwn(written, written.row);
  },
};
