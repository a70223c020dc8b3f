import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Schema {
  config: { layouts: { list: string[]; edit: Array<Array<{ name: string }>> } };
  attributes: Record<string, unknown>;
}

const KEPT = 'article';
const LINK = 'column';

/** An article without its column, in whose form and list nothing asks for one. */
const withoutColumn = ({ config, attributes, ...rest }: Schema): Schema => {
  const others = Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== LINK));
  const { list, edit } = config.layouts;
  const layouts = {
    list: list.filter((name) => name !== LINK),
    edit: edit.map((row) => row.filter(({ name }) => name !== LINK)),
  };
  return { ...rest, config: { ...config, layouts }, attributes: others };
};

/**
 * Takes from a copy of the compiled application all that names the points plugin: columns have its
 * units, and closed lists are its custom field. What stays is the article.
 *
 * @param dist the copy of `dist/`
 */
export const makeBareSite = async (dist: string): Promise<void> => {
  const api = path.join(dist, 'src/api');
  for (const name of await readdir(api)) {
    if (name !== KEPT) await rm(path.join(api, name), { recursive: true });
  }
  await rm(path.join(dist, 'src/components'), { recursive: true, force: true });
  await writeFile(path.join(dist, 'src/index.js'), 'module.exports = {};\n');
  const file = path.join(api, KEPT, 'content-types', KEPT, 'schema.json');
  const schema = JSON.parse(await readFile(file, 'utf8')) as Schema;
  await writeFile(file, JSON.stringify(withoutColumn(schema)));
};
