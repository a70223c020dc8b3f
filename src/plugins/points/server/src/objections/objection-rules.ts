import type { Core } from '@strapi/strapi';
import { MAX_CORRECTION, parseCorrection } from '../../../domain/correction';
import { isMonth, monthOf, type Month } from '../../../domain/period';
import type { Share } from '../../../domain/points';
import type {
  AnswerObjectionBody,
  CorrectionBody,
  FileObjectionBody,
} from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { requireValue } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { UID } from '../constants';
import { requireVisibleReferences } from '../isolation/references';
import { isVisible } from '../isolation/visible';
import { objectionLimits } from '../ledger/objection-limits';
import { isReadable, postingRepository } from '../ledger/postings';
import { forbidden, refuse } from '../messages';
import { fileRepository } from '../records/files';
import {
  type NewCorrection,
  type NewObjection,
  type ObjectionRecord,
  objectionRepository,
} from '../records/objections';
import { requesterOf } from '../records/requester';
import { submissionRepository } from '../records/submissions';
import { unitRepository } from '../records/units';

/** What is objected to. */
type Subject = Pick<NewObjection, 'line' | 'submission' | 'unit' | 'unitName' | 'title' | 'month'>;

/** What an objection must be to be filed, and an answer to be given. */
export const objectionRules = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const files = fileRepository(strapi);
  const limits = objectionLimits(strapi);
  const objections = objectionRepository(strapi);
  const postings = postingRepository(strapi);
  const submissions = submissionRepository(strapi);
  const units = unitRepository(strapi);

  const ownUnits = async (trx: Transaction): Promise<readonly number[]> =>
    (await requesterOf(strapi, trx)).units;

  const lineOf = async (trx: Transaction, key: string): Promise<Subject> => {
    const posting = await postings.find(trx, key);
    if (!posting) throw refuse(strapi, 'line', 'error.objection.line', { value: key });
    const { month, submissionTitle: title, unit, unitName } = posting;
    if (!(await ownUnits(trx)).includes(unit)) throw forbidden(strapi, 'error.ownUnit.objection');
    if (!isReadable(posting)) {
      throw refuse(strapi, 'line', 'error.objection.unreadable', { value: key });
    }
    return { line: key, submission: null, unit, unitName, title, month };
  };

  /** The month that is named, or else that of receipt: not before that, and none to come. */
  const requireMonth = (received: Month, named: string | undefined): Month => {
    const month = named ?? received;
    const current = monthOf(calendar.dayOf(clock.now()));
    if (isMonth(month) && month >= received && month <= current) return month;
    throw refuse(strapi, 'month', 'error.objection.month', { value: month, received, current });
  };

  const missingLineOf = async (
    trx: Transaction,
    documentId: string,
    named: string | undefined
  ): Promise<Subject> => {
    const isThere = await isVisible(strapi, UID.submission, documentId);
    const id = isThere ? await submissions.idOf(trx, documentId) : null;
    const submission = id === null ? undefined : (await submissions.facts(trx, [id])).get(id);
    if (!submission) {
      throw refuse(strapi, 'submission', 'error.submission.unknown', { value: documentId });
    }
    const own = await ownUnits(trx);
    const unit = submission.contributors.find((each) => own.includes(each.unit))?.unit;
    if (unit === undefined) throw forbidden(strapi, 'error.ownUnit.objection');
    const { receivedAt, title } = submission;
    if (receivedAt === null) {
      throw refuse(strapi, 'submission', 'error.objection.notReceived', { title });
    }
    const received = submission.countedIn ?? monthOf(calendar.dayOf(receivedAt));
    const unitName = submission.unitNames.get(unit) ?? '';
    const month = requireMonth(received, named);
    return { line: null, submission: submission.id, unit, unitName, title, month };
  };

  const subjectOf = async (
    trx: Transaction,
    { line, submission, month }: FileObjectionBody
  ): Promise<Subject> => {
    if (line !== undefined && submission !== undefined) {
      throw refuse(strapi, 'submission', 'error.objection.both');
    }
    if (line !== undefined) return lineOf(trx, line);
    if (submission !== undefined) return missingLineOf(trx, submission, month);
    throw refuse(strapi, 'line', 'error.objection.subject');
  };

  const requireInTime = async (trx: Transaction, month: Month): Promise<void> => {
    const { isOver, lastDay } = await limits.ofMonth(trx, month);
    if (!isOver) return;
    throw refuse(strapi, 'line', 'error.objection.late', { month, day: lastDay ?? '' });
  };

  const requireFiles = async (trx: Transaction, ids: readonly number[]): Promise<void> => {
    await requireVisibleReferences(strapi, UID.objection, { attachments: ids });
    const unknown = await files.unknown(trx, ids);
    if (unknown.length === 0) return;
    throw refuse(strapi, 'attachments', 'error.objection.files', { value: unknown.join(', ') });
  };

  const requireShare = (points: CorrectionBody['points']): Share => {
    requireValue(strapi, 'points', points);
    const share = parseCorrection(points);
    if (share !== null) return share;
    const values = { value: String(points), maximum: MAX_CORRECTION / 100 };
    throw refuse(strapi, 'points', 'error.objection.points', values);
  };

  /** An officer of the unit, whenever: who has left may have earned in the corrected month. */
  const requireOfficer = async (
    trx: Transaction,
    documentId: string,
    { unit, unitName }: ObjectionRecord
  ): Promise<number> => {
    const member = await units.findMember(trx, documentId);
    if (!member) {
      const values = { value: documentId, field: 'officer' };
      throw refuse(strapi, 'officer', 'error.officer.unknown', values);
    }
    if (member.unit === unit) return member.id;
    const values = { name: member.name, unit: unitName };
    throw refuse(strapi, 'officer', 'error.objection.foreign', values);
  };

  return {
    /** @throws ValidationError when the objection is answered or withdrawn */
    requireWaiting({ state }: ObjectionRecord): void {
      if (state === 'filed') return;
      throw refuse(strapi, 'objection', `error.objection.${state}`);
    },

    /** @throws ValidationError when the objection has no correction in force */
    requireCorrection({ correction }: ObjectionRecord): void {
      if (correction?.withdrawnAt === null) return;
      throw refuse(strapi, 'objection', 'error.objection.noCorrection');
    },

    /**
     * The objection that a body describes.
     *
     * @throws ValidationError that names the first field that is wrong, PolicyError for another
     *   unit's line
     */
    async requireWhole(
      trx: Transaction,
      body: FileObjectionBody,
      filedBy: string
    ): Promise<NewObjection> {
      const subject = await subjectOf(trx, body);
      await requireInTime(trx, subject.month);
      if (await objections.isWaiting(trx, subject)) {
        throw refuse(strapi, 'line', 'error.objection.twin', { title: subject.title });
      }
      await requireFiles(trx, body.attachments ?? []);
      return { ...subject, text: body.text, filedBy };
    },

    /**
     * The correction that an answer brings; `null` where it brings none.
     *
     * @throws ValidationError that names the first field that is wrong
     */
    async requireAnswer(
      trx: Transaction,
      objection: ObjectionRecord,
      { correction, outcome }: AnswerObjectionBody
    ): Promise<NewCorrection | null> {
      if (!correction) return null;
      if (outcome === 'dismissed') {
        throw refuse(strapi, 'correction', 'error.objection.dismissed');
      }
      const share = requireShare(correction.points);
      const { decidedBy, officer, reason } = correction;
      return {
        ...share,
        officer: officer ? await requireOfficer(trx, officer, objection) : null,
        reason,
        decidedBy,
        decidedOn: calendar.dayOf(clock.now()),
      };
    },
  };
});
