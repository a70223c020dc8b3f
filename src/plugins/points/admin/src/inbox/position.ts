interface Listed {
  documentId: string;
}

/** What the browser keeps of a visit, so that who comes back stands where they were. */
export const visitAt = (item: Listed | undefined): { piece: string | undefined } => ({
  piece: item?.documentId,
});

/** Where the person stood in the list when leaving it; at the top otherwise. */
const indexOfVisit = (items: readonly Listed[], visit: unknown): number => {
  if (typeof visit !== 'object' || visit === null || !('piece' in visit)) return 0;
  return Math.max(
    items.findIndex(({ documentId }) => documentId === visit.piece),
    0
  );
};

/**
 * The row that is current: the chosen one, or what took its place; before any was chosen, the one
 * of the visit.
 *
 * @returns -1 when there is none
 */
export const currentIndex = (
  items: readonly Listed[],
  chosen: number | null,
  visit: unknown
): number => Math.min(chosen ?? indexOfVisit(items, visit), items.length - 1);

/** The row that a step leads to, which at either end is the end. */
export const withinList = (index: number, length: number): number =>
  Math.max(0, Math.min(index, length - 1));

/** What is selected and still in the list. */
export const selectedIn = (
  items: readonly Listed[],
  selected: ReadonlySet<string>
): ReadonlySet<string> =>
  new Set(items.flatMap(({ documentId }) => (selected.has(documentId) ? documentId : [])));

/** The selection with one more, or with that one taken out. */
export const toggled = (selected: ReadonlySet<string>, documentId: string): ReadonlySet<string> => {
  const next = new Set(selected);
  if (!next.delete(documentId)) next.add(documentId);
  return next;
};
