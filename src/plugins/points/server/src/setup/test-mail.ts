import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { TestMailResponse } from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { deliveryStates, outbox, type DeliveryState } from '../../../../mail/server/src/public';
import { PLUGIN } from '../constants';
import { refuse, sentence } from '../messages';
import { personOf } from '../records/requester';
import { unitRepository } from '../records/units';

/** What the test mails are about, which is no document. */
const ABOUT = { uid: `plugin::${PLUGIN}.setup`, documentId: 'test-mail' };

/** The last test mail and where it stands; `undefined` while none was sent. */
export const testMailOf = async (
  strapi: Core.Strapi,
  trx: Transaction
): Promise<DeliveryState | undefined> =>
  (await deliveryStates(strapi).of(trx, ABOUT.uid, [ABOUT.documentId])).at(-1);

/**
 * Writes a mail to whoever asks, by which they see that mail gets through.
 *
 * @throws ValidationError when no mail server is set up, or the last test is still under way
 */
export const sendTestMail = (strapi: Core.Strapi): Promise<TestMailResponse['data']> =>
  inTransaction(strapi, async (trx) => {
    if (!deliveryStates(strapi).isOn()) throw refuse(strapi, 'mail', 'error.setup.mail-off');
    const last = await testMailOf(strapi, trx);
    if (last && !last.mayRepeat) throw refuse(strapi, 'mail', 'error.setup.mail-under-way');
    const person = personOf(strapi);
    const login =
      person && (await unitRepository(strapi).logins([person.account])).get(person.account);
    if (!person || !login) throw new Error('A test mail was asked for without a login.');
    const language = languageOfRequest(strapi);
    await outbox(strapi).enqueue(trx, [
      {
        key: `setup-test:${randomUUID()}`,
        recipient: { name: person.name, address: login.email },
        subject: sentence(language, 'mail.test.subject'),
        text: sentence(language, 'mail.test.text', { name: person.name }),
        language,
        about: ABOUT,
      },
    ]);
    return { address: login.email };
  });
