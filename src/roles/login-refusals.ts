import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { languageOfRequest } from '../common/messages/request-language';

const LOGIN = '/admin/login';

/** What Strapi says in English, whatever the language, and the login page shows as it comes. */
const CHINESE: ReadonlyMap<string, string> = new Map([
  ['Invalid credentials', '邮箱或密码不正确。'],
  ['Too many requests, please try again later.', '登录尝试过于频繁，请过几分钟再试。'],
]);

/**
 * Says in Chinese why a login is refused. That an account is not active stays as it is: the login
 * page knows it by its English and leads to a page of its own.
 */
export const sayLoginRefusals = (strapi: Core.Strapi): void => {
  strapi.server.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (ctx.path === LOGIN && error instanceof errors.ApplicationError) {
        const chinese = CHINESE.get(String(error.message));
        if (chinese && languageOfRequest(strapi) === 'zh-Hans') error.message = chinese;
      }
      throw error;
    }
  });
};
