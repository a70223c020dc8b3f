/** By what the Content Manager names a document. */
export interface DocumentKey {
  model: string;
  documentId?: string;
  params?: unknown;
}

/** A document as it was read, in the panel's memory. */
export interface QueryEntry {
  endpointName?: string;
  originalArgs?: unknown;
  fulfilledTimeStamp?: number;
  data?: unknown;
}

const isDocument = (entry: QueryEntry | undefined, key: DocumentKey): entry is QueryEntry => {
  const { model, documentId } = (entry?.originalArgs ?? {}) as Partial<DocumentKey>;
  return (
    entry?.endpointName === 'getDocument' && model === key.model && documentId === key.documentId
  );
};

const savedAt = ({ data }: QueryEntry): string | undefined =>
  (data as { data?: { updatedAt?: string } } | undefined)?.data?.updatedAt;

/**
 * When the version that a form shows was saved: of the document as it was read with the same
 * parameters (the draft, or what is published), else as it was read at all. Of several the oldest:
 * rather a save too many refused than one overwritten.
 */
export const savedAtOf = (
  entries: ReadonlyArray<QueryEntry | undefined>,
  key: DocumentKey
): string | undefined => {
  const own = entries
    .filter((entry): entry is QueryEntry => isDocument(entry, key))
    .sort((one, other) => (one.fulfilledTimeStamp ?? 0) - (other.fulfilledTimeStamp ?? 0));
  const params = JSON.stringify(key.params);
  const same = own.find(
    ({ originalArgs }) => JSON.stringify((originalArgs as DocumentKey).params) === params
  );
  const found = same ?? own[0];
  return found && savedAt(found);
};
