import type { Core } from '@strapi/strapi';
import { foldWithSource } from '../../../../../common/text/fold';
import { precheck, type Finding } from '../../../domain/precheck';
import type { PrecheckIssue, PrecheckResponse } from '../../../shared/contracts';
import { UID } from '../constants';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import type { WorkflowRecord } from './workflow-repository';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { currentTexts } from './current-texts';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { entryRepository } from '../records/entries';
import { fileRepository } from '../records/files';
import { wordRepository } from './word-rules-repository';
import type { Transaction } from '../../../../../common/database/transaction';
import { sentence } from '../messages';

/** The look at a piece before it is sent. */
export const precheckService = oncePerApplication((strapi: Core.Strapi) => {
  const entries = entryRepository(strapi);
  const files = fileRepository(strapi);
  const words = wordRepository(strapi);

  const filesOf = async (trx: Transaction, piece: WorkflowRecord) => {
    const own = await files.attachedTo(trx, UID.submission, [piece.id]);
    if (!piece.entry) return own;
    const { uid, documentId } = piece.entry;
    return [
      ...own,
      ...(await files.attachedTo(trx, uid, await entries.editedIds(trx, uid, documentId))),
    ];
  };

  const toIssue = (finding: Finding): PrecheckIssue => ({
    field: finding.field,
    code: finding.code,
    message: sentence(languageOfRequest(strapi), `precheck.${finding.code}`, {
      name: finding.name ?? '',
      word: finding.word?.word ?? '',
      excerpt: finding.place?.excerpt ?? '',
      suggestion: finding.word?.suggestion
        ? sentence(languageOfRequest(strapi), 'precheck.suggestion', {
            suggestion: finding.word.suggestion,
          })
        : '',
    }),
    place: finding.place ?? null,
    word: finding.word?.word ?? null,
    suggestion: finding.word?.suggestion ?? null,
  });

  return {
    /** Errors hinder sending, warnings do not; each with a sentence in the language of the request. */
    async of(trx: Transaction, piece: WorkflowRecord): Promise<PrecheckResponse['data']> {
      const attachments = await filesOf(trx, piece);
      const needsSigner = piece.units.some(({ signOff }) => signOff);
      const findings = precheck(
        {
          ...(await currentTexts(strapi, trx, piece)),
          category: piece.category,
          authors: piece.officerNames.size,
          needsSigner,
          hasSigner: piece.signer !== null || piece.signatures.length > 0,
          attachments: attachments.map(({ name, mime, alternativeText }) => ({
            name,
            isPicture: mime.startsWith('image/'),
            alternativeText,
          })),
          eventDate: piece.eventDate,
          today: calendarService(strapi).dayOf(clock.now()),
        },
        await words.all(trx),
        foldWithSource
      );
      return {
        errors: findings.filter(({ severity }) => severity === 'error').map(toIssue),
        warnings: findings.filter(({ severity }) => severity === 'warning').map(toIssue),
      };
    },
  };
});
