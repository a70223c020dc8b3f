/** Ends the PostgreSQL that the set-up started. */
export default async () => {
  await globalThis.pointsTestPostgres?.stop();
};
