import { startApp } from './app';
import { write } from './code-cache.cjs';
import { createEmptyDatabase, templateNameOf } from './database';

/**
 * Boots the application on an empty database, twice, since a boot may note what the last has made; ends
 * it, keeps its code, tells the database's name, and drops it when asked to.
 */
const main = async (): Promise<void> => {
  const database = await createEmptyDatabase();
  for (let boots = 0; boots < 2; boots += 1) await (await startApp({ database })).close();
  write();
  process.once('message', () => {
    database.drop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      }
    );
  });
  process.send?.({ name: templateNameOf(database) });
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
