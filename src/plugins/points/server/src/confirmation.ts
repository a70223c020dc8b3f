import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { CONFIRM_HEADER, type Question } from '../../shared/contracts';
import { refusal } from '../../../../common/messages/errors';
import { languageOfRequest, type Values } from '../../../../common/messages/request-language';
import { sentence, type MessageKey } from './messages';

/** A question as it is put to whoever sends the request. */
export interface Asked {
  question: Question;
  field: string;
  sentence: string;
}

/** What the write at hand has been asked so far. */
const gathered = new AsyncLocalStorage<Asked[]>();

const refusalOf = (asked: readonly Asked[]): errors.ValidationError => {
  const refused = asked.map((each) => refusal(each.field, each.sentence));
  return new errors.ValidationError(refused.map(({ message }) => message).join(' '), {
    errors: refused.flatMap(({ details }) => (details as { errors: unknown[] }).errors),
    [CONFIRM_HEADER]: asked.map(({ question }) => question),
  });
};

/**
 * Asks whoever sends the request whether it is meant; what the application does by itself is.
 *
 * @throws ValidationError that says what would follow and where to say yes, unless the request does so
 *   in its header; inside `askTogether`, only once all is asked
 */
export const ask = (strapi: Core.Strapi, asked: Asked): void => {
  const request = strapi.requestContext.get()?.request;
  if (!request) return;
  const given = request.get(CONFIRM_HEADER).split(',');
  if (given.some((each) => each.trim() === asked.question)) return;
  const others = gathered.getStore();
  if (!others) throw refusalOf([asked]);
  others.push(asked);
};

/** Asks by one of the plugin's sentences; throws as `ask` does. */
export const requireConfirmed = (
  strapi: Core.Strapi,
  question: Question,
  field: string,
  key: MessageKey,
  values: Values = {}
): void =>
  ask(strapi, { question, field, sentence: sentence(languageOfRequest(strapi), key, values) });

/**
 * Runs a write whose questions are asked in one refusal, so that a person answers them at once.
 *
 * @param write gets `requireAnswers`, which throws what was asked so far and belongs into the
 *   write's transaction
 */
export const askTogether = <T>(write: (requireAnswers: () => void) => Promise<T>): Promise<T> => {
  const asked: Asked[] = [];
  return gathered.run(asked, () =>
    write(() => {
      if (asked.length > 0) throw refusalOf(asked);
    })
  );
};
