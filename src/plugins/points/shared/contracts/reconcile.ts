/** A kept file that differs from what was kept of it. */
export interface FileFinding {
  /** documentIds of the file, and of the submission, the bonus, the objection or the deduction that it counts for. */
  file: string;
  submission: string | null;
  bonus: string | null;
  objection: string | null;
  deduction: string | null;
  name: string;
  problem: 'changed' | 'missing';
}

/** `GET /points/reconcile`: what `settle` would append anywhere; all lists empty when all is well. */
export interface ReconcileResponse {
  data: {
    ok: boolean;
    /** How much was looked at. */
    checked: {
      submissions: number;
      bonuses: number;
      objections: number;
      entries: number;
      postings: number;
    };
    /** Published entries whose site adoptions differ from what is published. */
    entries: Array<{ uid: string; documentId: string; problem: 'not-adopted' | 'not-withdrawn' }>;
    /** Postings that are missing, as settle would append them. */
    postings: Array<{
      /** documentIds: the one that it is of; the others are `null`. */
      submission: string | null;
      bonus: string | null;
      objection: string | null;
      channel: string;
      unit: string;
      officer: string | null;
      exact: string;
    }>;
    /** documentIds of submissions with an adoption on a day that has no rule set. */
    unscored: string[];
    /**
     * Rows that nothing stands behind, or that hold what no such column does: somebody wrote them past the
     * application. A posting by its key, an adoption, submission, bonus, objection or rule set by its documentId. `never-awarded`: one in force without the award
     * that is always written with it. Nothing repairs them, or the submission, bonus or objection that they name.
     */
    unfounded: Array<{
      kind: 'posting' | 'adoption' | 'submission' | 'bonus' | 'objection' | 'rule-set';
      id: string;
      submission: string | null;
      bonus: string | null;
      objection: string | null;
      problem:
        | 'no-submission'
        | 'no-adoption'
        | 'no-bonus'
        | 'no-objection'
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
