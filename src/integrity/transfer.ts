import path from 'node:path';

/** Strapi's own commands that take rows out or in under other numbers. */
const TRANSFERS: ReadonlySet<string | undefined> = new Set(['export', 'import', 'transfer']);

/**
 * Refuses Strapi's export, import and transfer before they touch anything: they leave out accounts
 * and give rows other numbers, by which the ledger, its keys and its history then name the wrong
 * ones; and they change rows that are only ever appended.
 *
 * @param argv the process's arguments
 * @throws Error with a sentence that names what does it instead
 */
export const refuseTransfer = (argv: readonly string[]): void => {
  const program = path.basename(argv[1] ?? '');
  const command = argv.slice(2).find((argument) => !argument.startsWith('-'));
  if (!/^strapi(\.[cm]?js)?$/.test(program) || !TRANSFERS.has(command)) return;
  throw new Error(
    `请改用 npm run backup 和 npm run restore：strapi ${command} 会改变记录编号，计分记录会因此对不上。什么都没有改动。 ` +
      `Use npm run backup and npm run restore: strapi ${command} gives rows other numbers, by which the ledger would name the wrong ones. Nothing was touched.`
  );
};
