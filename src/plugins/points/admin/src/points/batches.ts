/** Rows that belong together: one adoption's shares, given or taken back at once. */
export interface Batch<Row> {
  key: string;
  /** The first row, which stands for what all of them share. */
  head: Row;
  rows: Row[];
}

/** Gathers neighbouring rows of the same key, keeping their order. */
export const batchesOf = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string
): Array<Batch<Row>> => {
  const batches: Array<Batch<Row>> = [];
  for (const row of rows) {
    const key = keyOf(row);
    const last = batches[batches.length - 1];
    if (last?.key === key) last.rows.push(row);
    else batches.push({ key, head: row, rows: [row] });
  }
  return batches;
};
