/** A kept file that differs from what was kept of it. */
export interface FileFinding {
  /** documentIds of the file, and of the submission, or the bonus, that it counts for. */
  file: string;
  submission: string | null;
  bonus: string | null;
  name: string;
  problem: 'changed' | 'missing';
}

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
    /**
     * Rows that nothing stands behind: somebody wrote them past the application. A posting by its
     * key, an adoption by its documentId. `never-awarded`: an adoption in force without the award
     * that is always written with it. Nothing repairs them, or the submissions that they name.
     */
    unfounded: Array<{
      kind: 'posting' | 'adoption';
      id: string;
      submission: string | null;
      problem:
        | 'no-submission'
        | 'no-adoption'
        | 'no-unit'
        | 'no-officer'
        | 'no-rule-set'
        | 'no-award'
        | 'no-publication'
        | 'never-awarded'
        | 'impossible';
    }>;
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
    /** Files that points rest on and whose bytes are gone or not what they were. */
    files: FileFinding[];
  };
}
