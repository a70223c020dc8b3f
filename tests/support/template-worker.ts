import { startApp } from './app';
import { createEmptyDatabase, templateNameOf } from './database';

/** Boots the application on an empty database, ends it, tells its name, and drops it when asked to. */
const main = async (): Promise<void> => {
  const database = await createEmptyDatabase();
  const app = await startApp({ database });
  await app.close();
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
