import { readDetails } from '../../../domain/adoption-details';
import { describePoints, sumOf } from '../../../domain/points';
import type { AdoptionPosting } from '../../../domain/posting';
import { ruleSetOn } from '../../../domain/rule-set';
import { cannotBeScored } from '../../../domain/score';
import type { ImportAward, ImportRowView } from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import { missingPostings } from '../ledger/settle';
import type { SubmissionLedger } from '../ledger/submission-ledgers';
import type { AdoptionRecord } from '../records/adoptions';
import { unitReference } from '../records/people';
import { channelNameOf } from '../standings/drill-down';
import type { Examined, ExaminedRow } from './import-rows';

/** A row that will be recorded, with the id that its adoption is given or that stands for it. */
export interface NumberedRow {
  row: ExaminedRow;
  id: number;
}

/** A row as the ledger would hold it. */
export const recordOf = ({ row, id }: NumberedRow, now: Date): AdoptionRecord[] =>
  row.step === null || row.submission === null
    ? []
    : [
        {
          ...row.step,
          id,
          documentId: '',
          submission: row.submission,
          adoptedAt: now.getTime(),
          entryUid: null,
          entryDocumentId: null,
          takenDownReason: null,
          contributors: null,
          details: readDetails(row.step.writtenDetails),
        },
      ];

const missingOf = (
  ledger: SubmissionLedger,
  rows: readonly NumberedRow[],
  { rules }: Examined,
  now: Date
): AdoptionPosting[] => {
  const added = rows.flatMap((row) => recordOf(row, now));
  try {
    return missingPostings({ ...ledger, adoptions: [...ledger.adoptions, ...added] }, rules);
  } catch (error) {
    // Of an adoption recorded long ago, whose rule set is no more or lets choose other points: recording will say so.
    if (cannotBeScored(error)) return [];
    throw error;
  }
};

/** What the new rows of an import would give: in all, and each by its number. */
export const foreseenAwards = (
  examined: Examined,
  now: Date
): { awards: ImportAward[]; byRow: ReadonlyMap<number, AdoptionPosting[]> } => {
  const numbered = examined.rows
    .filter(({ outcome }) => outcome === 'new')
    .map((row) => ({ row, id: -row.row }));
  const bySubmission = groupBy(numbered, ({ row }) => row.submission);
  const postings = [...bySubmission].flatMap(([submission, rows]) => {
    const ledger = submission === null ? undefined : examined.ledgers.get(submission);
    return ledger ? missingOf(ledger, rows, examined, now) : [];
  });
  const byUnit = groupBy(postings, ({ month, unit }) => `${month} ${unit}`);
  const awards = [...byUnit.values()].flatMap((own): ImportAward[] => {
    const [first] = own;
    const unit = first && examined.people.units.get(first.unit);
    if (!first || !unit) return [];
    return [{ ...describePoints(sumOf(own)), month: first.month, unit: unitReference(unit) }];
  });
  return {
    awards: awards.sort(
      (one, other) =>
        one.month.localeCompare(other.month) || one.unit.code.localeCompare(other.unit.code)
    ),
    byRow: groupBy(postings, ({ adoption }) => -adoption),
  };
};

/** The rows of an import as people read them. */
export const rowViewsOf = (
  { rows, ledgers, rules }: Examined,
  byRow: ReadonlyMap<number, AdoptionPosting[]>
): ImportRowView[] =>
  rows.map(({ row, outcome, given, submission: id, step, problems, notes }) => {
    const named = id === null ? undefined : ledgers.get(id)?.submission;
    const postings = byRow.get(row) ?? [];
    return {
      row,
      outcome,
      submission: named ? { documentId: named.documentId, title: named.title } : null,
      given,
      channel: step?.channel ?? null,
      ...(step && channelNameOf(ruleSetOn(rules.rules, step.adoptedOn), step.channel)),
      adoptedOn: step?.adoptedOn ?? null,
      earned: outcome === 'new' ? describePoints(sumOf(postings)) : null,
      month: postings[0]?.month ?? null,
      problems,
      notes,
    };
  });
