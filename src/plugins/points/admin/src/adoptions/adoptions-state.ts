/** What of the page stands in its address. */
export interface AdoptionsState {
  tab: 'record' | 'import';
  /** documentId of the piece that is chosen; empty while none is. */
  submission: string;
  /** Words of the title. */
  text: string;
  page: number;
}

/** What the address holds: anything at all, since people edit addresses. */
export type RawState = Partial<Record<keyof AdoptionsState, unknown>>;

const textOf = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.slice(0, most) : '';

/** The address as a state of the page: what it does not say, or says wrongly, is the default. */
export const stateOf = (raw: RawState): AdoptionsState => {
  const page = Number(raw.page);
  return {
    tab: raw.tab === 'import' ? 'import' : 'record',
    submission: textOf(raw.submission, 64),
    text: textOf(raw.text, 100),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};
