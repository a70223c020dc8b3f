import type { Core } from '@strapi/strapi';
import { askTogether } from '../confirmation';
import { hasPlacement, isOptedIn } from '../content-types/opt-in';
import { runLedgerTransaction, withLedgerLock } from '../ledger-lock';
import { draftingService } from '../submissions/drafting';
import { entryService } from '../adoptions/site-adoptions';
import { publishingService } from './publishing';
import { requireChoices } from '../../../../../common/messages/validation';
import {
  documentIdOf,
  namesSomething,
  writesData,
  type DocumentContext,
  type Next,
} from '../../../../../common/documents/context';
import { mergeRepository } from '../submissions/merge-repository';

type SiteCause = 'publish' | 'unpublish' | 'delete';

/**
 * Which change of the published site an action brings, if any. `create` and `update` publish when
 * they carry `status: 'published'`, and never pass here as `publish`; a type without drafts is
 * published by every write.
 */
const causeOf = ({ action, params, contentType }: DocumentContext): SiteCause | null => {
  if (action === 'publish' || action === 'unpublish' || action === 'delete') return action;
  const writes = action === 'create' || action === 'update' || action === 'clone';
  const hasDrafts = contentType.options?.draftAndPublish === true;
  return writes && (!hasDrafts || params.status === 'published') ? 'publish' : null;
};

/** Writes by which an entry's words change or go. */
const CHANGES: ReadonlySet<string> = new Set(['update', 'delete', 'discardDraft']);

/** A new entry of a unit comes with its submission: both are made, or neither. */
const createWithSubmission = async (
  strapi: Core.Strapi,
  context: DocumentContext,
  next: Next
): Promise<unknown> =>
  withLedgerLock(strapi, async (trx) => {
    const drafting = draftingService(strapi);
    const data = (context.params.data ??= {});
    const submission = await drafting.begin(data.title ?? data.name);
    data.submission = { set: [{ documentId: submission }] };
    const result = await next();
    await drafting.tie(trx, submission, {
      uid: context.uid,
      documentId: documentIdOf(context, result),
    });
    return result;
  });

/** What a unit writes is its own to write, and its submission follows. */
const changeWithSubmission = async (
  strapi: Core.Strapi,
  context: DocumentContext,
  next: Next
): Promise<unknown> =>
  withLedgerLock(strapi, async (trx) => {
    const drafting = draftingService(strapi);
    const entry = { uid: context.uid, documentId: context.params.documentId ?? '' };
    await drafting.requireOpen(trx, entry, context.action === 'delete');
    const submission = await drafting.submissionOf(trx, entry);
    const result = await next();
    if (context.action === 'update') await drafting.requireSameTie(trx, entry, submission);
    await drafting.follow(trx, entry);
    return result;
  });

/** A tie to a submission that is part of another goes to that other. */
const tieToWhole = async (
  strapi: Core.Strapi,
  context: DocumentContext,
  next: Next
): Promise<unknown> =>
  withLedgerLock(strapi, async (trx) => {
    const result = await next();
    await mergeRepository(strapi).followTies(trx, context.uid, documentIdOf(context, result));
    return result;
  });

/** Of what a unit has not sent only a unit makes a copy, which has a submission of its own. */
const copySent = async (
  strapi: Core.Strapi,
  context: DocumentContext,
  copy: Next
): Promise<unknown> =>
  withLedgerLock(strapi, async (trx) => {
    const { uid, params } = context;
    const publishing = publishingService(strapi);
    await publishing.requireCopyable(trx, uid, params.documentId ?? '');
    return copy();
  });

/** Keeps an entry and its submission together, in one transaction. Publishing alone passes by. */
const withSubmission = async (
  strapi: Core.Strapi,
  context: DocumentContext,
  next: Next
): Promise<unknown> => {
  const { action, params } = context;
  const isNew = action === 'create' || action === 'clone';
  if (!isNew && !CHANGES.has(action)) return next();
  const isOfUnit = draftingService(strapi).isOfUnit();
  if (isOfUnit) {
    if (!isNew) return changeWithSubmission(strapi, context, next);
    if (!namesSomething(params.data?.submission)) {
      return createWithSubmission(strapi, context, next);
    }
  }
  const write: Next = () =>
    namesSomething(params.data?.submission) ? tieToWhole(strapi, context, next) : next();
  return action === 'clone' && !isOfUnit ? copySent(strapi, context, write) : write();
};

/** Publishing is the site's adoption: the entry is published with its award, or neither happens. */
export const entryMiddleware = (strapi: Core.Strapi) => {
  // The repositories read the database's metadata, which is there only after `register`.
  let service: ReturnType<typeof entryService> | undefined;
  const entries = (): ReturnType<typeof entryService> => (service ??= entryService(strapi));
  let publishing: ReturnType<typeof publishingService> | undefined;
  const rules = (): ReturnType<typeof publishingService> =>
    (publishing ??= publishingService(strapi));

  return async (context: DocumentContext, next: Next): Promise<unknown> => {
    const { contentType } = context;
    if (!isOptedIn(contentType)) return next();
    if (writesData(context)) requireChoices(strapi, context.uid, context.params.data ?? {});

    const write: Next = () => withSubmission(strapi, context, next);
    const cause = causeOf(context);
    const scores = hasPlacement(contentType);
    if (cause === null || (cause !== 'publish' && !scores)) return write();
    return askTogether((requireAnswers) =>
      runLedgerTransaction(strapi, write, async (trx, result) => {
        const documentId = documentIdOf(context, result);
        const { uid } = context;
        const found = scores ? await entries().read(trx, uid, documentId) : undefined;
        const ties = found?.ties ?? (await rules().tiesOf(trx, uid, documentId));
        const waiting = cause === 'publish' ? rules().check(contentType, ties) : [];
        requireAnswers();
        if (found) await entries().synchronize(trx, uid, documentId, cause, found);
        await rules().accept(trx, waiting);
      })
    );
  };
};
