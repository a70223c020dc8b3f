/** Removes what the set-up made. */
export default async () => {
  await globalThis.pointsTestTemplate?.drop();
  await globalThis.pointsTestPostgres?.stop();
};
