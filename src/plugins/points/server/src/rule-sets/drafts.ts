import type { Core } from '@strapi/strapi';
import { ruleSetOn } from '../../../domain/rule-set';
import { ruleSetChanges } from '../../../domain/rule-set-changes';
import { parseRuleSetContent, type RuleSetContent } from '../../../domain/rule-set-content';
import type {
  MakeRuleSetDraftBody,
  RuleSetJson,
  RuleSetDraftResponse,
  SaveRuleSetDraftBody,
} from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { stale } from '../document-versions/stale';
import { ruleSetProblems } from '../ledger/rule-set-content';
import { notFound, refuse } from '../messages';
import { authorOf } from '../records/requester';
import { type RuleSetRecord, ruleSetRepository } from '../records/rule-sets';
import { type RuleSetDraftRecord, ruleSetDraftRepository } from './drafts-repository';
import { draftSummary, jsonOf, ruleSetService } from './rule-sets';

type DraftView = RuleSetDraftResponse['data'];

/** A draft with nothing wrong in it: what it says, and the JSON that says it. */
interface WholeDraft {
  draft: RuleSetDraftRecord;
  content: RuleSetContent;
  json: RuleSetJson;
}

/** How long the JSON of a draft is at most: the regulation's takes 6,000 characters. */
const MOST_CONTENT = 500_000;

/**
 * Rule sets that are being written: saved as they are, whole or not, so that nothing is lost that
 * somebody typed. Nothing is scored by them.
 */
export const ruleSetDraftService = oncePerApplication((strapi: Core.Strapi) => {
  const calendar = calendarService(strapi);
  const drafts = ruleSetDraftRepository(strapi);
  const ruleSets = ruleSetRepository(strapi);
  const versions = ruleSetService(strapi);

  const find = async (trx: Transaction, documentId: string): Promise<RuleSetDraftRecord> => {
    const draft = await drafts.find(trx, documentId);
    if (draft) return draft;
    throw notFound(strapi, 'error.ruleSetDraft.unknown', { value: documentId });
  };

  /** The one that is being looked at, as whoever changes it has read it. */
  const findCurrent = async (
    trx: Transaction,
    documentId: string,
    revision: number
  ): Promise<RuleSetDraftRecord> => {
    const draft = await find(trx, documentId);
    if (draft.revision === revision) return draft;
    throw stale(strapi, 'error.ruleSetDraft.stale', { name: draft.name });
  };

  /** What it is compared with: what it began from, else what is in force today. */
  const predecessorOf = async (
    trx: Transaction,
    { basedOn }: RuleSetDraftRecord
  ): Promise<RuleSetRecord | null> => {
    const all = await ruleSets.all(trx);
    const today = calendar.dayOf(clock.now());
    return (
      all.find(({ documentId }) => documentId === basedOn) ??
      ruleSetOn(all, today) ??
      all.at(-1) ??
      null
    );
  };

  const view = async (trx: Transaction, documentId: string): Promise<DraftView> => {
    const draft = await find(trx, documentId);
    const content: unknown = JSON.parse(draft.content);
    const parsed = parseRuleSetContent(content);
    const predecessor = await predecessorOf(trx, draft);
    return {
      ...draftSummary(draft),
      content,
      problems: parsed.ok ? [] : ruleSetProblems(strapi, parsed.problems),
      comparedWith: predecessor && versions.summary(predecessor),
      changes:
        parsed.ok && predecessor ? ruleSetChanges(jsonOf(predecessor), content as RuleSetJson) : [],
      firstDay: await versions.firstDay(trx),
    };
  };

  const textOf = (content: unknown): string => {
    const text = JSON.stringify(content);
    if (text.length <= MOST_CONTENT) return text;
    throw refuse(strapi, 'content', 'error.ruleSetDraft.long', { maximum: MOST_CONTENT });
  };

  const nameIn = (content: unknown): string | null => {
    const { name } = (content ?? {}) as { name?: unknown };
    return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 120) : null;
  };

  /** What a draft begins as: a file's content, or a copy of a rule set. */
  const beginning = async (
    trx: Transaction,
    { content, ruleSet }: MakeRuleSetDraftBody
  ): Promise<Pick<RuleSetDraftRecord, 'name' | 'content' | 'basedOn'>> => {
    if (ruleSet !== undefined) {
      const found = await versions.find(trx, ruleSet);
      return { name: found.name, content: textOf(jsonOf(found)), basedOn: ruleSet };
    }
    const name = nameIn(content);
    if (name === null) throw refuse(strapi, 'content', 'error.ruleSetDraft.file');
    return { name, content: textOf(content), basedOn: null };
  };

  return {
    /**
     * A draft that can be put in force, as whoever asks has read it.
     *
     * @throws NotFoundError, StaleDocumentError (409), ValidationError with the first of its problems
     */
    async requireWhole(
      trx: Transaction,
      documentId: string,
      revision?: number
    ): Promise<WholeDraft> {
      const draft =
        revision === undefined
          ? await find(trx, documentId)
          : await findCurrent(trx, documentId, revision);
      const json: unknown = JSON.parse(draft.content);
      const parsed = parseRuleSetContent(json);
      if (parsed.ok) return { draft, content: parsed.content, json: json as RuleSetJson };
      const [first] = ruleSetProblems(strapi, parsed.problems);
      throw refuse(strapi, first?.path ?? 'content', 'error.ruleSetDraft.problems', {
        count: parsed.problems.length,
        problem: first?.message ?? '',
      });
    },

    /** @throws NotFoundError when there is no such draft */
    findOne: (documentId: string): Promise<DraftView> =>
      inTransaction(strapi, (trx) => view(trx, documentId)),

    /**
     * Begins a draft: a copy of a rule set, or what a file holds, whatever is wrong with that yet.
     *
     * @throws NotFoundError when there is no such rule set, ValidationError when it is no rule set at all
     */
    async create(body: MakeRuleSetDraftBody): Promise<DraftView> {
      return inTransaction(strapi, async (trx) => {
        const begun = await beginning(trx, body);
        const documentId = await drafts.create(
          trx,
          { ...begun, savedBy: authorOf(strapi) },
          clock.now()
        );
        return view(trx, documentId);
      });
    },

    /**
     * Saves a draft as it is, whole or not.
     *
     * @throws NotFoundError, StaleDocumentError (409) when it was saved since
     */
    async save(
      documentId: string,
      { content, name, revision }: SaveRuleSetDraftBody
    ): Promise<DraftView> {
      return inTransaction(strapi, async (trx) => {
        await findCurrent(trx, documentId, revision);
        const text = { name, content: textOf(content), savedBy: authorOf(strapi) };
        if (await drafts.save(trx, { documentId, revision }, text, clock.now())) {
          return view(trx, documentId);
        }
        throw stale(strapi, 'error.ruleSetDraft.stale', { name });
      });
    },

    /** @throws NotFoundError, StaleDocumentError (409) when it was saved since */
    async remove(documentId: string, revision: number): Promise<void> {
      await inTransaction(strapi, async (trx) => {
        const { name } = await findCurrent(trx, documentId, revision);
        if (await drafts.remove(trx, { documentId, revision })) return;
        throw stale(strapi, 'error.ruleSetDraft.stale', { name });
      });
    },
  };
});
