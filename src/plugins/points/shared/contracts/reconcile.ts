/** `GET /points/reconcile`: what `settle` would append anywhere; all lists empty when all is well. */
export interface ReconcileResponse {
  data: {
    ok: boolean;
    /** How much was looked at. */
    checked: { submissions: number; entries: number; postings: number };
    /** Published entries whose site adoptions differ from what is published. */
    entries: Array<{ uid: string; documentId: string; problem: 'not-adopted' | 'not-withdrawn' }>;
    /** Postings that are missing, as settle would append them. */
    postings: Array<{
      submission: string;
      channel: string;
      unit: string;
      officer: string | null;
      exact: string;
    }>;
    /** documentIds of submissions with an adoption on a day that has no rule set. */
    unscored: string[];
    /** documentIds of submissions that are adopted and have no unit: their points belong to nobody. */
    withoutUnit: string[];
    /** Running totals that differ from the sum of the ledger. */
    totals: Array<{
      period: string;
      unit: string;
      measure: string;
      recorded: string;
      ledger: string;
    }>;
  };
}
