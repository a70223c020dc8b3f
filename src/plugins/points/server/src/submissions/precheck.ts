import type { Core } from '@strapi/strapi';
import { foldWithSource } from '../../../../../common/text/fold';
import { precheck, type Finding } from '../../../domain/precheck';
import type { PrecheckIssue, PrecheckResponse } from '../../../shared/contracts';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import type { WorkflowRecord } from './workflow-repository';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { attachedFiles } from './attached-files';
import { currentTexts } from './current-texts';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { personOf } from '../records/requester';
import { wordRuleRepository } from './word-rules-repository';
import type { Transaction } from '../../../../../common/database/transaction';
import { sentence } from '../messages';

/** The look at a submission before it is sent. */
export const precheckService = oncePerApplication((strapi: Core.Strapi) => {
  const wordRules = wordRuleRepository(strapi);

  const toIssue = (finding: Finding): PrecheckIssue => ({
    field: finding.field,
    code: finding.code,
    message: sentence(languageOfRequest(strapi), `precheck.${finding.code}`, {
      name: finding.name ?? '',
      word: finding.word?.word ?? '',
      excerpt: finding.occurrence?.excerpt ?? '',
      suggestion: finding.word?.suggestion
        ? sentence(languageOfRequest(strapi), 'precheck.suggestion', {
            suggestion: finding.word.suggestion,
          })
        : '',
    }),
    place: finding.occurrence ?? null,
    word: finding.word?.word ?? null,
    suggestion: finding.word?.suggestion ?? null,
  });

  return {
    /** Errors hinder sending, warnings do not; each with a sentence in the language of the request. */
    async of(trx: Transaction, submission: WorkflowRecord): Promise<PrecheckResponse['data']> {
      const attachments = await attachedFiles(strapi, trx, submission);
      // Once it was asked for, nobody has to ask; and a leader signs, and sends it to nobody.
      const isAsked = submission.signatureRequestedAt !== null || personOf(strapi)?.can('sign');
      const needsSigner = !isAsked && submission.units.some(({ signOff }) => signOff);
      const findings = precheck(
        {
          ...(await currentTexts(strapi, trx, submission)),
          category: submission.category,
          authors: submission.officerNames.size,
          needsSigner,
          hasSigner: submission.signer !== null || submission.signatures.length > 0,
          attachments: attachments.map(({ name, mime, alternativeText }) => ({
            name,
            isPicture: mime.startsWith('image/'),
            alternativeText,
          })),
          eventDate: submission.eventDate,
          today: calendarService(strapi).dayOf(clock.now()),
        },
        await wordRules.all(trx),
        foldWithSource
      );
      return {
        errors: findings.filter(({ severity }) => severity === 'error').map(toIssue),
        warnings: findings.filter(({ severity }) => severity === 'warning').map(toIssue),
      };
    },
  };
});
