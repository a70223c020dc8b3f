import type { Core, Struct } from '@strapi/strapi';
import { addDays, type Day } from '../../../domain/period';
import type { EntryTypesResponse, MakeEntryResponse } from '../../../shared/contracts';
import { UID } from '../constants';
import { eventDateFieldsOf, hasPlacement, isOptedIn } from '../content-types/opt-in';
import { noticeService } from '../notices/notices';
import { personOf } from '../records/requester';
import type { WorkflowRecord } from './workflow-repository';
import { withLedgerLock } from '../ledger-lock';
import { calendarService } from '../../../../../common/time/calendar';
import { entryContentOf, type EntryAttribute } from '../records/entry-content';
import { transitionContexts } from './transition-context';
import { currentTexts } from './current-texts';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { entryRepository } from '../records/entries';
import { fileRepository } from '../records/files';
import type { Transaction } from '../../../../../common/database/transaction';
import { contentTypesOf } from '../../../../../common/documents/content-types';
import { refuse } from '../messages';

/** The document service of a content type that is known only at run time. */
interface Documents {
  create(params: { data: Record<string, unknown> }): Promise<{ documentId: string }>;
}

/** Makes entries of submissions: words, pictures and provenance go over. */
export const makeEntryService = oncePerApplication((strapi: Core.Strapi) => {
  const entries = entryRepository(strapi);
  const files = fileRepository(strapi);
  const contexts = transitionContexts(strapi);
  const notices = noticeService(strapi);
  const calendar = calendarService(strapi);

  const lastMinuteOf = (day: Day): Date =>
    new Date(calendar.startOf(addDays(day, 1)).getTime() - 60_000);

  /** @throws ValidationError when its entries are tied to no submission */
  const requireType = (uid: string): Struct.ContentTypeSchema => {
    const contentType = contentTypesOf(strapi).get(uid);
    if (contentType && isOptedIn(contentType)) return contentType;
    throw refuse(strapi, 'uid', 'error.entry.type', { value: uid });
  };

  /** @throws ValidationError when the office has not got it, or an entry of the type exists */
  const requireMakeable = async (
    trx: Transaction,
    submission: WorkflowRecord,
    uid: string
  ): Promise<void> => {
    if (submission.mergedInto !== null) throw refuse(strapi, 'submission', 'error.life.merged');
    if (submission.state !== 'submitted' && submission.state !== 'accepted') {
      throw refuse(strapi, 'submission', 'error.makeEntry.state', { title: submission.title });
    }
    const twin = (await entries.tiedTo(trx, submission.id)).find((entry) => entry.uid === uid);
    if (!twin) return;
    throw refuse(strapi, 'uid', 'error.makeEntry.twice', {
      title: (await entries.title(trx, uid, twin.documentId)) ?? submission.title,
    });
  };

  /** What the office makes is for those who edit and publish. */
  const tellEditors = (
    trx: Transaction,
    { title }: WorkflowRecord,
    about: { uid: string; documentId: string }
  ): Promise<void> =>
    notices.tell(trx, [
      { kind: 'entry-made', to: { action: 'submission.make-entry' }, about, details: { title } },
    ]);

  return {
    /** Content types that can be made of a submission: those that run in a placement first. */
    types(): EntryTypesResponse['data'] {
      return [...contentTypesOf(strapi).values()]
        .filter(isOptedIn)
        .sort((one, other) => Number(hasPlacement(other)) - Number(hasPlacement(one)))
        .map(({ uid, info }) => ({ uid, displayName: info.displayName }));
    },

    /**
     * Makes a draft entry that carries the submission over.
     *
     * @throws NotFoundError for an unknown submission, ValidationError for a content type that has
     *   no submissions, a submission that is not with the office, or a second entry of a type
     */
    async make(
      documentId: string,
      uid: string,
      author?: { id: number }
    ): Promise<MakeEntryResponse['data']> {
      const contentType = requireType(uid);
      return withLedgerLock(strapi, async (trx) => {
        const { submission } = await contexts.load(trx, documentId);
        await requireMakeable(trx, submission, uid);
        const { data, leftOut } = entryContentOf(
          contentType.attributes as Record<string, EntryAttribute>,
          {
            ...(await currentTexts(strapi, trx, submission)),
            attachments: await files.attachedTo(trx, UID.submission, [submission.id]),
            ...(submission.eventDate !== null && {
              event: {
                day: submission.eventDate,
                start: calendar.startOf(submission.eventDate),
                end: lastMinuteOf(submission.eventDate),
                fields: eventDateFieldsOf(contentType),
              },
            }),
          }
        );
        const documents = strapi.documents(uid as never) as unknown as Documents;
        const { documentId: entry } = await documents.create({
          data: {
            ...data,
            submission: documentId,
            createdBy: author?.id,
            updatedBy: author?.id,
          },
        });
        if (personOf(strapi)?.can('review'))
          await tellEditors(trx, submission, { uid, documentId: entry });
        return { uid, documentId: entry, leftOut };
      });
    },
  };
});
