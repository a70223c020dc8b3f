import type { Core } from '@strapi/strapi';
import { changeByIntake, type Intake } from '../../../domain/totals';
import { refuse } from '../errors';
import { repositories } from '../repositories';
import type { Transaction } from '../repositories/connection';
import { causeAndEffect } from '../repositories/lock';
import type { SubmissionRecord } from '../repositories/submissions';
import { calendarService } from '../services/calendar';
import { clock } from '../services/clock';
import { settleService } from '../services/settle';
import { requireContent } from '../validation';
import { documentIdOf, writesData, type DocumentContext, type Next } from './context';

/** Keeps submissions whole, the totals of what was received true, and settles changed contributors. */
export const submissionMiddleware = (strapi: Core.Strapi) => {
  const { adoptions, postings, submissions, totals } = repositories(strapi);
  const calendar = calendarService({ strapi });

  const loadByDocumentId = async (
    trx: Transaction,
    documentId: string | undefined
  ): Promise<SubmissionRecord | null> => {
    const id = documentId === undefined ? null : await submissions.idOf(trx, documentId);
    return id === null ? null : ((await submissions.facts(trx, [id])).get(id) ?? null);
  };

  const intakeOf = (submission: SubmissionRecord | null): Intake | null =>
    submission?.receivedAt
      ? {
          receivedOn: calendar.dayOf(submission.receivedAt),
          contributors: submission.contributors,
        }
      : null;

  const requireWhole = (submission: SubmissionRecord): void => {
    if (submission.contributors.length === 0) {
      throw refuse(strapi, 'units', 'error.submission.units');
    }
    if (submission.strangers.length > 0) {
      throw refuse(strapi, 'officers', 'error.submission.officers', {
        names: submission.strangers.join('、'),
      });
    }
  };

  const prepare = ({ uid, action, params }: DocumentContext): void => {
    const data = (params.data ??= {});
    requireContent(strapi, uid, data, action === 'create');
    if (action !== 'update') data.receivedAt ??= clock.now().toISOString();
  };

  const write = (context: DocumentContext, next: Next): Promise<unknown> => {
    prepare(context);
    let before: SubmissionRecord | null = null;
    return causeAndEffect(
      strapi,
      async (trx) => {
        before =
          context.action === 'update'
            ? await loadByDocumentId(trx, context.params.documentId)
            : null;
        return next();
      },
      async (trx, result) => {
        const after = await loadByDocumentId(trx, documentIdOf(context, result));
        if (!after) return;
        requireWhole(after);
        await totals.add(trx, changeByIntake(intakeOf(before), intakeOf(after)));
        if (before) await settleService({ strapi }).run(trx, after.id, 'contributors');
      }
    );
  };

  const requireUnused = async (trx: Transaction, { id }: SubmissionRecord): Promise<void> => {
    if (await postings.names(trx, 'submission_id', id)) {
      throw refuse(strapi, 'submission', 'error.submission.hasPostings');
    }
    if ((await adoptions.inForceOfSubmissions(trx, [id])).length > 0) {
      throw refuse(strapi, 'submission', 'error.submission.hasAdoptions');
    }
  };

  const remove = (context: DocumentContext, next: Next): Promise<unknown> => {
    let before: SubmissionRecord | null = null;
    return causeAndEffect(
      strapi,
      async (trx) => {
        before = await loadByDocumentId(trx, context.params.documentId);
        if (before) await requireUnused(trx, before);
        return next();
      },
      (trx) => totals.add(trx, changeByIntake(intakeOf(before), null))
    );
  };

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    if (writesData(context)) return write(context, next);
    return context.action === 'delete' ? remove(context, next) : next();
  };
};
