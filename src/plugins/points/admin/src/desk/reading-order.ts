interface Piece {
  documentId: string;
}

/** What waited when one began to read, with what came to wait since behind it. */
export const keepOrder = (order: readonly string[], waiting: readonly Piece[]): string[] => [
  ...order,
  ...waiting.map(({ documentId }) => documentId).filter((id) => !order.includes(id)),
];

/**
 * The piece that is read after one: the next that still waits behind it, else the first that waits.
 *
 * @param order all that waited since one began to read
 * @returns `null` when nothing else waits
 */
export const nextOf = <Waiting extends Piece>(
  order: readonly string[],
  waiting: readonly Waiting[],
  current: string
): Waiting | null => {
  const others = waiting.filter(({ documentId }) => documentId !== current);
  const place = (id: string): number => order.indexOf(id);
  const behind = others.find(({ documentId }) => place(documentId) > place(current));
  return behind ?? others[0] ?? null;
};

/** The piece before one among those that wait; `null` before the first. */
export const previousOf = <Waiting extends Piece>(
  waiting: readonly Waiting[],
  current: string
): Waiting | null => {
  const index = waiting.findIndex(({ documentId }) => documentId === current);
  return waiting[index - 1] ?? null;
};
