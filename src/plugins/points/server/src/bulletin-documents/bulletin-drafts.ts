import type { Core } from '@strapi/strapi';
import { fingerprintOf } from '../../../domain/bulletin';
import {
  composeBulletin,
  linesOf,
  MAX_RUNNING_TEXT,
  textLength,
  wordingOf,
  type BulletinText,
  type BulletinWording,
} from '../../../domain/bulletin-wording';
import type { BulletinDocumentBody, BulletinDocumentResponse } from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { stale } from '../document-versions/stale';
import { frozenText, textDigests } from '../ledger/bulletin-hashes';
import { refuse } from '../messages';
import { draftRepository, type DraftRecord, type IssuedText } from './drafts-repository';
import { wording as wordingShape } from './schemas';
import { sealedMonthService, type SealedMonth } from './sealed-months';
import { templateRepository } from './templates-repository';
import { requireWording, tooLong } from './wording-rules';

/** Who issues a bulletin, and when. */
export interface Issue {
  by: string;
  at: Date;
  /** The version that was looked at: refused where the words were saved again since. Any, if absent. */
  version?: number;
}

/** A bulletin's words with the month that they are of. */
export interface BulletinDraft {
  sealed: SealedMonth;
  record: DraftRecord;
  /** What is printed: as it was issued, else as it would be now. */
  text: BulletinText;
}

/** The words of bulletins: edited until a bulletin is issued, and then fixed. */
export const bulletinDraftService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const drafts = draftRepository(strapi);
  const sealedMonths = sealedMonthService(strapi);
  const templates = templateRepository(strapi);

  const requireOpen = ({ issued }: DraftRecord): void => {
    if (!issued) return;
    const { at, by } = issued;
    throw refuse(strapi, 'bulletin', 'error.bulletinDraft.issued', { day: calendar.dayOf(at), by });
  };

  /** The refusal of what came after another: an issue, or a newer saving. */
  const requireCurrent = async (trx: Transaction, bulletin: string): Promise<never> => {
    const now = await drafts.find(trx, bulletin);
    if (now) requireOpen(now);
    throw stale(strapi, 'error.bulletinDraft.stale');
  };

  /** A bulletin's words; from the template where it has none yet, which then are its own. */
  const ensure = async (trx: Transaction, bulletin: string): Promise<DraftRecord> => {
    const found = await drafts.find(trx, bulletin);
    if (found) return found;
    const wording = frozenText(wordingOf(await templates.of(trx, 'month')));
    await drafts.create(trx, bulletin, wording, clock.now());
    const made = await drafts.find(trx, bulletin);
    if (made) return made;
    throw new Error(`The words of the bulletin ${bulletin} were not written.`);
  };

  const wordingIn = ({ wording }: DraftRecord): BulletinWording =>
    wordingShape.parse(JSON.parse(wording));

  /** The text as it is printed once it is issued: its day is that of issue where it has none. */
  const composed = (record: DraftRecord, { figures }: SealedMonth, at?: Date): BulletinText => {
    const wording = wordingIn(record);
    return composeBulletin(
      { ...wording, date: wording.date ?? (at ? calendar.dayOf(at) : null) },
      figures
    );
  };

  const printed = (record: DraftRecord, sealed: SealedMonth, at?: Date): BulletinText =>
    record.issued ? (JSON.parse(record.issued.text) as BulletinText) : composed(record, sealed, at);

  const requireBrief = (text: BulletinText): void => {
    const length = textLength(text);
    if (length > MAX_RUNNING_TEXT) throw tooLong(strapi, length);
  };

  const issuedView = ({ at, by, sha256, sm3 }: IssuedText) => ({
    ...{ at: at.toISOString(), by, sha256, sm3 },
  });

  const read = async (trx: Transaction, documentId: string, at?: Date): Promise<BulletinDraft> => {
    const sealed = await sealedMonths.of(trx, documentId);
    const record = await ensure(trx, documentId);
    return { sealed, record, text: printed(record, sealed, at) };
  };

  const view = async (
    trx: Transaction,
    documentId: string
  ): Promise<BulletinDocumentResponse['data']> => {
    const { record, sealed, text } = await read(trx, documentId);
    const { problems, requirements } = await templates.of(trx, 'month');
    const { bulletin, figures } = sealed;
    return {
      bulletin: { ...bulletin, fingerprint: fingerprintOf(bulletin.sha256) },
      version: record.version,
      wording: wordingIn(record),
      figures,
      stock: { problems: linesOf(problems), requirements: linesOf(requirements) },
      text,
      issued: record.issued && issuedView(record.issued),
    };
  };

  return {
    /**
     * A bulletin's words, made from the template where nobody has opened them yet.
     *
     * @param at gives the text as it will be once issued at that moment
     * @throws NotFoundError when there is no such bulletin
     */
    draft: (documentId: string, at?: Date): Promise<BulletinDraft> =>
      inTransaction(strapi, (trx) => read(trx, documentId, at)),

    /** @throws NotFoundError when there is no such bulletin */
    findOne: (documentId: string): Promise<BulletinDocumentResponse['data']> =>
      inTransaction(strapi, (trx) => view(trx, documentId)),

    /**
     * Puts other words in place of a version's.
     *
     * @throws NotFoundError, StaleDocumentError (409) when they were saved since, ValidationError when
     *   it is issued, a variable is unknown, or the text longer than 4,000 characters
     */
    async save(
      documentId: string,
      { version, ...wording }: BulletinDocumentBody
    ): Promise<BulletinDocumentResponse['data']> {
      requireWording(strapi, wording);
      return inTransaction(strapi, async (trx) => {
        const { figures } = await sealedMonths.of(trx, documentId);
        requireBrief(composeBulletin(wording, figures));
        const record = await ensure(trx, documentId);
        requireOpen(record);
        const base = { bulletin: documentId, version };
        const isSaved = await drafts.save(trx, base, frozenText(wording), clock.now());
        if (!isSaved) return requireCurrent(trx, documentId);
        return view(trx, documentId);
      });
    },

    /** The version of a bulletin's words, from 1; they are made where nobody has opened them yet. */
    version: async (trx: Transaction, bulletinDocumentId: string): Promise<number> =>
      (await ensure(trx, bulletinDocumentId)).version,

    /**
     * Fixes the words of a bulletin for good, with their hashes.
     *
     * @throws ValidationError when it is issued already, NotFoundError when there is no such bulletin,
     *   StaleDocumentError (409) when its words were saved since `version`
     */
    async freeze(
      trx: Transaction,
      bulletinDocumentId: string,
      { at, by, version }: Issue
    ): Promise<void> {
      const sealed = await sealedMonths.of(trx, bulletinDocumentId);
      const record = await ensure(trx, bulletinDocumentId);
      requireOpen(record);
      const text = frozenText(composed(record, sealed, at));
      const base = { bulletin: bulletinDocumentId, version: version ?? record.version };
      const isIssued = await drafts.issue(trx, base, { at, by, text, ...textDigests(text) });
      if (!isIssued) await requireCurrent(trx, bulletinDocumentId);
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
