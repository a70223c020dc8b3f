interface RelationItem {
  documentId?: string;
  apiData?: { documentId?: string };
}

interface RelationValue {
  connect?: RelationItem[];
  disconnect?: RelationItem[];
}

const isRelationValue = (value: unknown): value is RelationValue =>
  typeof value === 'object' && value !== null;

/**
 * What an unsaved form makes of a to-one relation. The Content Manager keeps only what changed
 * since the last save: who is connected and who is disconnected.
 *
 * @returns the documentId now chosen, '' when the relation was taken away, `undefined` when it is
 *   as it was saved.
 */
export const changedRelation = (value: unknown): string | undefined => {
  if (!isRelationValue(value)) return undefined;
  const connected = value.connect?.[value.connect.length - 1];
  if (connected) return connected.apiData?.documentId ?? connected.documentId;
  return value.disconnect?.length ? '' : undefined;
};
