/** Reads `[file, code]` pairs as JSON and prints what the architecture's rules say to each. */
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfigFile: 'purity.config.mjs',
});
const messages = [];
for (const [filePath, code] of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath });
  messages.push(result.messages.map(({ message }) => message).join('\n'));
}
process.stdout.write(JSON.stringify(messages));
