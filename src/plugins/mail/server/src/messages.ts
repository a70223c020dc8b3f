import { messagesOf } from '../../../../common/messages/messages';
import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';

/** The plugin's sentences, and the refusals made of them. */
export const { forbidden, notFound, refuse, say, sentence } = messagesOf({ en, 'zh-Hans': zhHans });
