import path from 'node:path';
import type { Bench, Row } from './measure';

/** What a bench's process tells the runner. */
type Message = { rows: Row[] } | { error: string };

const tell = (message: Message): Promise<void> =>
  new Promise((resolve, reject) => {
    if (!process.send) throw new Error('Run the benches with "npm run bench".');
    process.send(message, undefined, undefined, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });

/** Runs one bench in a process of its own: `child.ts <bench> [--quick]`. */
const main = async (): Promise<void> => {
  const [name = '', ...flags] = process.argv.slice(2);
  const { bench } = (await import(path.join(__dirname, `${name}.ts`))) as { bench: Bench };
  await tell({ rows: await bench({ quick: flags.includes('--quick') }) });
};

main().then(
  () => process.exit(0),
  async (error: unknown) => {
    await tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.exit(1);
  }
);
