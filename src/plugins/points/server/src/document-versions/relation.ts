/** A document that a relation leads to, as it is saved. */
export interface Related {
  id: number;
  documentId: string;
}

interface Position {
  before?: unknown;
  after?: unknown;
  start?: unknown;
  end?: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a list, or something alone, or nothing holds. */
export const listOf = (value: unknown): unknown[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (each) => each !== undefined && each !== null && each !== ''
  );

/** A bare name may be a number or a documentId; of both the documentId counts, for it lasts. */
const isMeant = (reference: unknown, { id, documentId }: Related): boolean => {
  if (!isRecord(reference)) return [String(id), documentId].includes(String(reference));
  if (typeof reference.documentId === 'string') return reference.documentId === documentId;
  return String(reference.id) === String(id);
};

const isAmong = (reference: unknown, saved: readonly Related[]): boolean =>
  saved.some((each) => isMeant(reference, each));

const isSame = (references: readonly unknown[], saved: readonly Related[]): boolean =>
  references.length === saved.length && references.every((each) => isAmong(each, saved));

/** Whether what is put in a place among others is there. */
const isInPlace = (reference: unknown, saved: readonly Related[]): boolean => {
  if (!isRecord(reference) || !isRecord(reference.position)) return true;
  const { before, after, start, end }: Position = reference.position;
  const index = saved.findIndex((each) => isMeant(reference, each));
  if (start === true) return index === 0;
  if (end === true) return index === saved.length - 1;
  const [neighbour, beside] = [
    before ?? after,
    saved[before === undefined ? index - 1 : index + 1],
  ];
  return neighbour === undefined || (beside !== undefined && isMeant(neighbour, beside));
};

/**
 * Whether a relation is saved otherwise than a form has it, which tells all of it (`set`, a list,
 * one, or nothing) or what it changes of it (`connect`, `disconnect`).
 */
export const relationDiffers = (
  sent: unknown,
  saved: readonly Related[],
  isToOne: boolean
): boolean => {
  if (!isRecord(sent)) return !isSame(listOf(sent), saved);
  const { set, connect, disconnect } = sent;
  if (set !== undefined) return !isSame(listOf(set), saved);
  if (connect === undefined && disconnect === undefined) return !isSame([sent], saved);
  const [added, removed] = [listOf(connect), listOf(disconnect)];
  if (isToOne && added.length + removed.length > 0) return !isSame(added.slice(-1), saved);
  return (
    added.some((each) => !isAmong(each, saved) || !isInPlace(each, saved)) ||
    removed.some((each) => isAmong(each, saved))
  );
};
