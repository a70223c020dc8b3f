import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { wrapped, type Registry } from '../isolation/registry';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { entryRepository } from '../records/entries';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { sentence } from '../messages';

interface DocumentManager {
  publish(documentId: string, uid: string, options: object): Promise<unknown[] | null | undefined>;
}

interface Refused {
  documentId: string;
  error: errors.ValidationError;
}

const pathsIn = ({ details }: errors.ValidationError): unknown[] =>
  (details as { errors?: unknown[] }).errors ?? [];

/** Many refusals as one, which names each entry and why. */
const refusalOfAll = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  refused: readonly Refused[]
): Promise<errors.ValidationError> => {
  const language = languageOfRequest(strapi);
  const titles = await entryRepository(strapi).titles(
    trx,
    refused.map(({ documentId }) => ({ entryUid: uid, entryDocumentId: documentId }))
  );
  const lines = refused.map(({ documentId, error }) =>
    sentence(language, 'error.publish.one', {
      title: titles.get(`${uid}:${documentId}`) ?? documentId,
      problem: error.message,
    })
  );
  return new errors.ValidationError(
    sentence(language, 'error.publish.many', { count: refused.length, problems: lines.join('') }),
    { errors: refused.flatMap(({ error }) => pathsIn(error)) }
  );
};

/** Publishing many at once names every entry that cannot be, and then publishes none. */
export const nameRefusedOfMany = (strapi: Core.Strapi): void => {
  strapi.get<Registry>('services').extend('plugin::content-manager.document-manager', (part) => {
    const manager = part as unknown as DocumentManager;
    return wrapped(part, {
      publishMany: (uid: string, documentIds: string[], locale?: unknown): Promise<number> =>
        inTransaction(strapi, async (trx) => {
          const refused: Refused[] = [];
          let count = 0;
          for (const documentId of documentIds) {
            try {
              const options = { locale, populate: {} };
              count +=
                (await manager.publish(documentId, uid, options))?.filter(Boolean).length ?? 0;
            } catch (error) {
              if (!(error instanceof errors.ValidationError)) throw error;
              refused.push({ documentId, error: error as errors.ValidationError });
            }
          }
          if (refused.length === 0) return count;
          throw await refusalOfAll(strapi, trx, uid, refused);
        }),
    });
  });
};
