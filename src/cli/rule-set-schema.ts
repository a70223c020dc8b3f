import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RULE_SET_JSON_SCHEMA } from '../plugins/points/server/src/public';
import { ROOT, runCommand } from './boot';

const FILE = path.join(ROOT, 'docs', 'rule-set.schema.json');

/** Writes the JSON Schema of rule sets anew. */
const describe = async (): Promise<number> => {
  await writeFile(FILE, `${JSON.stringify(RULE_SET_JSON_SCHEMA, null, 2)}\n`);
  console.log(`已写入 ${FILE}。 Written to ${FILE}.`);
  return 0;
};

runCommand(describe);
