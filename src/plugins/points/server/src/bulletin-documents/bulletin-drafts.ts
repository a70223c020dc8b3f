import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { frozenText, textDigests } from '../ledger/bulletin-hashes';
import { refuse } from '../messages';
import { draftRepository, type DraftRecord, type IssuedText } from './drafts-repository';

/** Who issues a bulletin, and when. */
export interface Issue {
  by: string;
  at: Date;
  /** The version that was looked at: refused where the words were saved again since. Any, if absent. */
  version?: number;
}

/** The words of bulletins: edited until a bulletin is issued, and then fixed. */
export const bulletinDraftService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const drafts = draftRepository(strapi);

  const issuedRefusal = ({ at, by }: IssuedText) =>
    refuse(strapi, 'bulletin', 'error.bulletinDraft.issued', { day: calendar.dayOf(at), by });

  const ensure = async (trx: Transaction, bulletin: string, now: Date): Promise<DraftRecord> => {
    await drafts.create(trx, bulletin, frozenText({}), now);
    const draft = await drafts.find(trx, bulletin);
    if (!draft) throw new Error(`The draft of ${bulletin} was not written.`);
    return draft;
  };

  return {
    /**
     * Fixes the words of a bulletin for good, with their hashes.
     *
     * @throws ValidationError when it is issued already, or its words were saved since `version`
     */
    async freeze(trx: Transaction, bulletinDocumentId: string, { at, by }: Issue): Promise<void> {
      const draft = await ensure(trx, bulletinDocumentId, at);
      if (draft.issued) throw issuedRefusal(draft.issued);
      const text = draft.wording;
      await drafts.issue(trx, draft, { at, by, text, ...textDigests(text) });
    },

    /** When and by whom a bulletin was issued; `null` until then. */
    async issued(
      trx: Transaction,
      bulletinDocumentId: string
    ): Promise<{ at: Date; by: string } | null> {
      const issued = (await drafts.find(trx, bulletinDocumentId))?.issued;
      return issued ? { at: issued.at, by: issued.by } : null;
    },
  };
});
