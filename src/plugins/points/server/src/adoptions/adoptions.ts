import type { Core } from '@strapi/strapi';
import type {
  AdoptionView,
  RecordAdoptionBody,
  WithdrawAdoptionBody,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { loadPeople } from '../records/people';
import { detailsView } from './adoption-details';
import { type AdoptionDetail, adoptionRepository } from '../records/adoptions';
import { runLedgerTransaction } from '../ledger-lock';
import { clock } from '../../../../../common/time/clock';
import { settleService } from '../ledger/settle';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { fileRepository } from '../records/files';
import { submissionRepository } from '../records/submissions';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { notFound, refuse } from '../messages';

/** Adoptions by hand: recorded with their evidence, withdrawn with a reason, never deleted. */
export const adoptionService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const files = fileRepository(strapi);
  const submissions = submissionRepository(strapi);

  const requireSubmission = async (trx: Transaction, documentId: string): Promise<void> => {
    if ((await submissions.idOf(trx, documentId)) !== null) return;
    throw refuse(strapi, 'submission', 'error.submission.unknown', { value: documentId });
  };

  const requireFiles = async (trx: Transaction, ids: readonly number[]): Promise<void> => {
    const unknown = await files.unknown(trx, ids);
    if (unknown.length === 0) return;
    throw refuse(strapi, 'evidence', 'error.evidence', { value: unknown.join(', ') });
  };

  const view = async (trx: Transaction, adoption: AdoptionDetail): Promise<AdoptionView> => {
    const submission = (await submissions.facts(trx, [adoption.submission])).get(
      adoption.submission
    );
    return {
      documentId: adoption.documentId,
      submission: {
        documentId: submission?.documentId ?? '',
        title: submission?.title ?? '',
      },
      channel: adoption.channel,
      adoptedOn: adoption.adoptedOn,
      organ: adoption.organ,
      reference: adoption.reference,
      words: adoption.words,
      details: detailsView(adoption.writtenDetails, await loadPeople(strapi, trx)),
      entry:
        adoption.entryUid !== null && adoption.entryDocumentId !== null
          ? { uid: adoption.entryUid, documentId: adoption.entryDocumentId }
          : null,
      withdrawnAt: adoption.withdrawnAt?.toISOString() ?? null,
      withdrawnReason: adoption.withdrawnReason,
    };
  };

  const find = async (trx: Transaction, documentId: string): Promise<AdoptionDetail> => {
    const adoption = await adoptions.find(trx, documentId);
    if (adoption) return adoption;
    throw notFound(strapi, 'error.adoption.unknown', { value: documentId });
  };

  const requireWithdrawable = (adoption: AdoptionDetail): void => {
    if (adoption.entryDocumentId !== null) {
      throw refuse(strapi, 'adoption', 'error.adoption.siteFixed');
    }
    if (adoption.withdrawnAt !== null) {
      throw refuse(strapi, 'adoption', 'error.adoption.withdrawn');
    }
  };

  return {
    /**
     * Records an adoption and awards it (§七.1–6).
     *
     * @param author the admin account that records it
     * @throws ValidationError when the input is bad; nothing is written
     */
    async record(body: RecordAdoptionBody, author?: { id: number }): Promise<AdoptionView> {
      return inTransaction(strapi, async (trx) => {
        await requireSubmission(trx, body.submission);
        await requireFiles(trx, body.evidence ?? []);
        const created = await strapi.documents(UID.adoption).create({
          data: {
            submission: { documentId: body.submission },
            channel: body.channel,
            adoptedOn: body.adoptedOn,
            organ: body.organ,
            reference: body.reference,
            words: body.words,
            details: body.details,
            evidence: body.evidence ?? [],
            createdBy: author?.id,
            updatedBy: author?.id,
          } as never,
        });
        return view(trx, await find(trx, created.documentId));
      });
    },

    /**
     * Withdraws an adoption recorded by hand; its awards are reversed.
     *
     * @throws NotFoundError, or ValidationError for a site adoption or one withdrawn already
     */
    async withdraw(documentId: string, { reason }: WithdrawAdoptionBody): Promise<AdoptionView> {
      return runLedgerTransaction(
        strapi,
        async (trx) => {
          const adoption = await find(trx, documentId);
          requireWithdrawable(adoption);
          await adoptions.withdraw(trx, [adoption.id], reason, clock.now());
          return view(trx, await find(trx, documentId));
        },
        async (trx) => {
          const { submission } = await find(trx, documentId);
          await settleService(strapi).run(trx, submission, 'withdraw');
        }
      );
    },
  };
});
