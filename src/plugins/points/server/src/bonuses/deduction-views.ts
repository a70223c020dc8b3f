import type { Core } from '@strapi/strapi';
import type { Month } from '../../../domain/period';
import { hundredthsText } from '../../../domain/points';
import { ruleSetOn } from '../../../domain/rule-set';
import type { DeductionRule } from '../../../domain/rule-set-content';
import type { DeductionKind, DeductionResponse, DeductionView } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';
import { sealRepository } from '../ledger/seals';
import { notFound } from '../messages';
import { type DeductionRecord, deductionRepository } from '../records/deductions';
import { type FileRecord, fileRepository } from '../records/files';
import { loadPeople, officerReference, type People, unitReference } from '../records/people';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { deductionsOf, isFrozen } from './deduction-rules';

/** What a deduction is shown with, beside itself. */
interface Beside {
  people: People;
  evidence: readonly FileRecord[];
  ruleSets: readonly RuleSetRecord[];
  firstOpen: Month | null;
}

const pointsOfKind = ({ points }: DeductionRule): DeductionKind['points'] => {
  if (points === undefined) return null;
  if (typeof points === 'number') return hundredthsText(points);
  return { from: hundredthsText(points.from), to: hundredthsText(points.to) };
};

/** A kind of deduction as people read it. */
export const kindOf = (rule: DeductionRule): DeductionKind => ({
  code: rule.code,
  name: rule.name,
  clause: rule.clause,
  sentence: rule.sentence,
  points: pointsOfKind(rule),
  zeroes: rule.zeroes ?? null,
  from: rule.from ?? 1,
});

const pointsOf = (rule: DeductionRule | undefined, amount: number | null): string | null => {
  if (amount !== null) return hundredthsText(amount);
  return typeof rule?.points === 'number' ? hundredthsText(rule.points) : null;
};

const toView = (
  deduction: DeductionRecord,
  { people, evidence, firstOpen, ruleSets }: Beside
): DeductionView => {
  const unit = people.units.get(deduction.unit);
  const officer = deduction.officer === null ? undefined : people.members.get(deduction.officer);
  const rule = deductionsOf(ruleSetOn(ruleSets, deduction.day)).find(
    ({ code }) => code === deduction.code
  );
  return {
    documentId: deduction.documentId,
    unit: unit ? unitReference(unit) : { documentId: '', code: '', name: '', kind: 'institution' },
    officer: officer ? officerReference(officer) : null,
    code: deduction.code,
    kind: rule ? kindOf(rule) : null,
    points: pointsOf(rule, deduction.amount),
    reason: deduction.reason,
    decidedBy: deduction.decidedBy,
    day: deduction.day,
    frozen: isFrozen(deduction, rule, firstOpen),
    evidence: evidence.map(({ id, name, url }) => ({ id, name, url })),
    recordedBy: deduction.recordedBy,
    recordedAt: deduction.recordedAt?.toISOString() ?? null,
    withdrawnAt: deduction.withdrawnAt?.toISOString() ?? null,
    withdrawnReason: deduction.withdrawnReason,
    withdrawnBy: deduction.withdrawnBy,
  };
};

/** Deductions as people read them. */
export const deductionViews = oncePerApplication((strapi: Core.Strapi) => {
  const deductions = deductionRepository(strapi);
  const files = fileRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const seals = sealRepository(strapi);

  const describe = async (
    trx: Transaction,
    records: readonly DeductionRecord[]
  ): Promise<DeductionView[]> => {
    const beside = {
      people: await loadPeople(strapi, trx),
      ruleSets: await ruleSets.all(trx),
      firstOpen: await seals.current(trx),
    };
    const ids = records.map(({ id }) => id);
    const evidence = await files.attachedToEach(trx, UID.deduction, ids);
    return records.map((deduction) =>
      toView(deduction, { ...beside, evidence: evidence.get(deduction.id) ?? [] })
    );
  };

  const find = async (trx: Transaction, documentId: string): Promise<DeductionRecord> => {
    const deduction = await deductions.find(trx, documentId);
    if (deduction) return deduction;
    throw notFound(strapi, 'error.deduction.unknown', { value: documentId });
  };

  return {
    /** @throws NotFoundError when there is none */
    find,

    describe,

    /** One deduction as it stands now. */
    async respond(trx: Transaction, documentId: string): Promise<DeductionResponse> {
      const [data] = await describe(trx, [await find(trx, documentId)]);
      if (!data) throw new RangeError(`The deduction ${documentId} was read and not described.`);
      return { data };
    },
  };
});
