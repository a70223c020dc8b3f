import type { Core } from '@strapi/strapi';
import type { DocumentContext, Next } from '../../../../../common/documents/context';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { type Version, versionRepository } from './versions-repository';
import { comparedBeside, differingFields } from './difference';
import { baseVersionOf, type BaseVersion } from './base-version';
import { stale } from './stale';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { sentence } from '../messages';

const CHANGES: ReadonlySet<string> = new Set(['update', 'publish', 'unpublish', 'discardDraft']);

/** Requests whose document was found to be as they know it: what they go on to do with it is their own. */
const passed = new WeakSet();

const isSame = ({ savedAt, isExact }: BaseVersion, version: Version): boolean => {
  const base = savedAt?.getTime() ?? 0;
  const saved = version.savedAt.getTime();
  return isExact ? saved === base : saved - (saved % 1000) <= base;
};

/** Taking down what is published asks for the version that is seen, of either kind; all else for the edited one. */
const isKnown = (base: BaseVersion, action: string, versions: readonly Version[]): boolean => {
  const eitherKind = action === 'unpublish' && base.body.discardDraft !== true;
  return versions.some((each) => (eitherKind || each.isEdited) && isSame(base, each));
};

const requestOf = (strapi: Core.Strapi): object | undefined => strapi.requestContext.get();

/**
 * Lets nobody change a document from a version that is no longer the latest: the newer save, and the
 * points that follow from it, would be overwritten unseen.
 */
export const versionChecks = (strapi: Core.Strapi) => {
  const when = (moment: Date): string =>
    new Intl.DateTimeFormat(languageOfRequest(strapi) === 'en' ? 'en' : 'zh-CN', {
      timeZone: strapi.config.get<string>('calendar.timeZone'),
      dateStyle: 'medium',
      timeStyle: 'medium',
    }).format(moment);

  const staleness = async ({ uid, body }: BaseVersion, version: Version): Promise<Error> => {
    const { saved, person } = await versionRepository(strapi).contentOf(
      uid,
      version,
      comparedBeside(strapi, uid)
    );
    const differing = differingFields(strapi, uid, body, saved);
    const language = languageOfRequest(strapi);
    const values = {
      time: when(version.savedAt),
      person: person ?? sentence(language, 'word.system'),
      fields: differing.map(({ label }) => label).join(language === 'en' ? ', ' : '、'),
    };
    const key = differing.length > 0 ? 'error.version.fields' : 'error.version.stale';
    return stale(
      strapi,
      key,
      values,
      differing.map(({ field }) => field)
    );
  };

  const requireLatest = async (
    trx: Transaction,
    base: BaseVersion,
    action: string
  ): Promise<void> => {
    const versions = await versionRepository(strapi).versionsOf(trx, base.uid, base.documentId);
    const edited = versions.find((each) => each.isEdited) ?? versions[0];
    if (edited === undefined || isKnown(base, action, versions)) return;
    throw await staleness(base, edited);
  };

  const requireHeld = async (trx: Transaction, { uid, documentId }: BaseVersion): Promise<void> => {
    const versions = versionRepository(strapi);
    const edited = (await versions.versionsOf(trx, uid, documentId)).find((each) => each.isEdited);
    if (edited === undefined || (await versions.hold(trx, uid, edited))) return;
    throw stale(strapi, 'error.version.busy');
  };

  /** What the request says of the document that the action changes, unless it need not be asked. */
  const concerned = ({ uid, action, params }: DocumentContext): BaseVersion | null => {
    const request = requestOf(strapi);
    if (!CHANGES.has(action) || request === undefined || passed.has(request)) return null;
    const base = baseVersionOf(strapi);
    if (!base?.savedAt) return null;
    return base.uid === uid && base.documentId === params.documentId ? base : null;
  };

  return {
    /** Before the rules: says what is stale before they judge anything else of it. */
    first: async (context: DocumentContext, next: Next): Promise<unknown> => {
      const base = concerned(context);
      if (base !== null) {
        await inTransaction(strapi, (trx) => requireLatest(trx, base, context.action));
      }
      return next();
    },

    /** Innermost, behind all other locks: looks again, and holds what is looked at while it is written. */
    last: async (context: DocumentContext, next: Next): Promise<unknown> => {
      const base = concerned(context);
      const request = requestOf(strapi);
      if (base === null || request === undefined) return next();
      return inTransaction(strapi, async (trx) => {
        await requireHeld(trx, base);
        await requireLatest(trx, base, context.action);
        passed.add(request);
        return next();
      });
    },
  };
};
