/** A form that is opened with something filled in already: a tie to a document, and plain values. */
export interface Prefill {
  /** The content type of the form. */
  model: string;
  tie: { field: string; uid: string; documentId: string };
  values?: Readonly<Record<string, string>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTie = (value: unknown): value is Prefill['tie'] =>
  isRecord(value) &&
  ['field', 'uid', 'documentId'].every((name) => typeof value[name] === 'string');

const isPrefill = (value: unknown): value is Prefill =>
  isRecord(value) &&
  typeof value.model === 'string' &&
  isTie(value.tie) &&
  (value.values === undefined ||
    (isRecord(value.values) &&
      Object.values(value.values).every((each) => typeof each === 'string')));

/** Where a link leads that opens a form filled in: to its address, with the rest beside it. */
export const toPrefilled = (prefill: Prefill): { to: string; state: { prefill: Prefill } } => ({
  to: `/content-manager/collection-types/${prefill.model}/create`,
  state: { prefill },
});

/** What a link brought along for the form of a content type, if anything. */
export const prefillOf = (state: unknown, model: string): Prefill | null => {
  if (!isRecord(state) || !isPrefill(state.prefill)) return null;
  return state.prefill.model === model ? state.prefill : null;
};
