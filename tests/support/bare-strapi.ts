import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './app';

const PLUGIN = 'src/plugins/points';

/** The plugin's schemas and its custom field, and nothing that acts. */
const SCHEMAS_ONLY = `
const contentTypes = require('./content-types').default;
const { extendOptedInTypes } = require('./content-types/opt-in');
exports.default = {
  register({ strapi }) {
    strapi.customFields.register({ name: 'choice', plugin: 'points', type: 'enumeration' });
    extendOptedInTypes(strapi);
  },
  contentTypes,
};
`;

const STOCK_MIDDLEWARES = [
  'logger',
  'errors',
  'security',
  'cors',
  'poweredBy',
  'query',
  'body',
  'session',
  'favicon',
  'public',
].map((name) => `strapi::${name}`);

const STOCK_PLUGINS = `
module.exports = ({ env }) => ({
  points: { enabled: true, resolve: './${PLUGIN}' },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
});
`;

/** The same content types in a Strapi in which nothing of ours runs. */
export interface BareStrapi {
  /** What a server of it takes for its application's directory. */
  directory: string;
  remove(): Promise<void>;
}

/** Makes of the compiled application a copy that has its content types and none of its code. */
export const makeBareStrapi = async (): Promise<BareStrapi> => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'points-bare-'));
  for (const part of ['dist', 'public', 'package.json', PLUGIN]) {
    await cp(path.join(ROOT, part), path.join(directory, part), { recursive: true });
  }
  await symlink(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'));
  const dist = path.join(directory, 'dist');
  const files = {
    'src/index.js': 'module.exports = {};\n',
    [`${PLUGIN}/server/src/index.js`]: SCHEMAS_ONLY,
    'config/plugins.js': STOCK_PLUGINS,
    'config/middlewares.js': `module.exports = ${JSON.stringify(STOCK_MIDDLEWARES)};\n`,
  };
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(dist, file), text);
  return { directory, remove: () => rm(directory, { recursive: true }) };
};
