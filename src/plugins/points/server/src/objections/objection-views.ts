import type { Core } from '@strapi/strapi';
import { describePoints, sumOf } from '../../../domain/points';
import type {
  ObjectionCorrection,
  ObjectionResponse,
  ObjectionStep,
  ObjectionView,
} from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import type { Transaction } from '../../../../../common/database/transaction';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';
import { type CorrectionPostingRecord, postingRepository } from '../ledger/postings';
import { notFound, sentence } from '../messages';
import { type FileRecord, fileRepository } from '../records/files';
import { type ObjectionRecord, objectionRepository } from '../records/objections';
import { loadPeople, officerReference, type People, unitReference } from '../records/people';
import { submissionRepository } from '../records/submissions';
import { ledgerService } from '../standings/drill-down';

/** What an objection is shown with, beside itself. */
interface Beside {
  people: People;
  attachments: readonly FileRecord[];
  /** documentId of the submission that should have earned. */
  submission: string | null;
  /** The postings of its correction, oldest first. */
  recorded: readonly CorrectionPostingRecord[];
}

const NOTHING_SAID = { unit: null, text: null, outcome: null };

/** What was done about it, the oldest first: each step leaves its moment in the row, once. */
const stepsOf = (objection: ObjectionRecord): ObjectionStep[] => {
  const { answer, answeredAt, answeredBy, correction, filedAt, filedBy, outcome } = objection;
  const { text, unitName: unit, withdrawnAt, withdrawnBy } = objection;
  const done: Array<Omit<ObjectionStep, 'at'> & { at: Date | null }> = [
    { ...NOTHING_SAID, action: 'filed', at: filedAt, person: filedBy, unit, text },
    { ...NOTHING_SAID, action: 'withdrawn', at: withdrawnAt, person: withdrawnBy ?? '', unit },
    {
      ...NOTHING_SAID,
      ...{ action: 'answered', at: answeredAt, person: answeredBy ?? '', text: answer, outcome },
    },
    {
      ...NOTHING_SAID,
      action: 'correction-withdrawn',
      at: correction?.withdrawnAt ?? null,
      person: correction?.withdrawnBy ?? '',
      text: correction?.withdrawnReason ?? null,
    },
  ];
  return done.flatMap(({ at, ...step }) => (at === null ? [] : { ...step, at: at.toISOString() }));
};

const correctionOf = (
  { correction, month }: ObjectionRecord,
  { people, recorded }: Beside
): ObjectionCorrection | null => {
  if (!correction) return null;
  const { decidedBy, officer, reason, withdrawnAt, withdrawnBy, withdrawnReason } = correction;
  const member = officer === null ? undefined : people.members.get(officer);
  const award = recorded.filter(({ kind }) => kind === 'award').at(-1);
  return {
    ...describePoints(sumOf([correction])),
    officer: member ? officerReference(member) : null,
    reason,
    decidedBy,
    belongsTo: month,
    month: award?.month ?? month,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    withdrawnReason,
    withdrawnBy,
  };
};

const toView = (objection: ObjectionRecord, beside: Beside): ObjectionView => {
  const { documentId, filedAt, filedBy, line, month, outcome, state } = objection;
  const { text, title, unitName } = objection;
  const unit = beside.people.units.get(objection.unit ?? 0);
  return {
    documentId,
    unit: unit
      ? unitReference(unit)
      : { documentId: '', code: '', name: unitName, kind: 'institution' },
    unitName,
    line,
    submission: beside.submission,
    title,
    month,
    text,
    attachments: beside.attachments.map(({ id, name, url }) => ({ id, name, url })),
    state,
    outcome,
    filedBy,
    filedAt: filedAt.toISOString(),
    correction: correctionOf(objection, beside),
    steps: stepsOf(objection),
  };
};

/** Objections as people read them. */
export const objectionViews = oncePerApplication((strapi: Core.Strapi) => {
  const files = fileRepository(strapi);
  const ledger = ledgerService(strapi);
  const objections = objectionRepository(strapi);
  const postings = postingRepository(strapi);
  const submissions = submissionRepository(strapi);

  const describe = async (
    trx: Transaction,
    records: readonly ObjectionRecord[]
  ): Promise<ObjectionView[]> => {
    const ids = records.map(({ id }) => id);
    const people = await loadPeople(strapi, trx);
    const attachments = await files.attachedToEach(trx, UID.objection, ids);
    const recorded = groupBy(await postings.ofObjections(trx, ids), ({ objection }) => objection);
    const claimed = await submissions.documentIds(
      trx,
      records.flatMap(({ submission }) => submission ?? [])
    );
    return records.map((objection) =>
      toView(objection, {
        people,
        attachments: attachments.get(objection.id) ?? [],
        submission: claimed.get(objection.submission ?? 0) ?? null,
        recorded: recorded.get(objection.id) ?? [],
      })
    );
  };

  /** Where its last posting counts in another month than the line's: that, in words. */
  const noticeOf = async (trx: Transaction, { id }: ObjectionRecord): Promise<string | null> => {
    const last = (await postings.ofObjections(trx, [id])).at(-1);
    if (!last || last.month === last.belongsTo) return null;
    const key = last.kind === 'award' ? 'notice.objection.late' : 'notice.objection.withdrawnLate';
    const { belongsTo, month } = last;
    return sentence(languageOfRequest(strapi), key, { belongsTo, month });
  };

  const find = async (trx: Transaction, documentId: string): Promise<ObjectionRecord> => {
    const objection = await objections.find(trx, documentId);
    if (objection) return objection;
    throw notFound(strapi, 'error.objection.unknown', { value: documentId });
  };

  return {
    /** @throws NotFoundError when there is none */
    find,

    describe,

    /** One objection as it stands now, with the line that it is about. */
    async respond(trx: Transaction, documentId: string): Promise<ObjectionResponse> {
      const objection = await find(trx, documentId);
      const [view] = await describe(trx, [objection]);
      if (!view) throw new RangeError(`The objection ${documentId} was read and not described.`);
      const posting = objection.line === null ? null : await ledger.find(trx, objection.line);
      return { data: { ...view, posting }, meta: { notice: await noticeOf(trx, objection) } };
    },
  };
});
