import type { Core } from '@strapi/strapi';

interface Context {
  body: unknown;
}

type Answer = (ctx: Context) => Promise<void>;
type Controller = Record<string, Answer>;

interface Registry {
  extend(uid: string, wrap: (controller: Controller) => Controller): void;
}

interface AiAdmin {
  /** Says of every feature that it is not set up where the AI is off. */
  getAiFeatureConfig(): Promise<object>;
}

interface AiTranslations {
  isEnabled(): Promise<boolean>;
}

interface Route {
  method: string;
  path: string;
  handler: unknown;
  config: { policies: unknown[] };
}

interface Uploads {
  getSettings(): Promise<object | null>;
}

/** The configuration, where Strapi answers 404 if the AI is off. */
const answerAiConfiguration = (strapi: Core.Strapi, controller: Controller): Controller => ({
  ...controller,
  async getAiFeatureConfig(ctx) {
    const { admin } = strapi.ai as { admin: AiAdmin };
    ctx.body = { data: await admin.getAiFeatureConfig() };
  },
});

/** No job of translation, where Strapi answers 404 if the AI is off. */
const answerAiJobs = (strapi: Core.Strapi, controller: Controller): Controller => {
  const orNone =
    (answer: Answer | undefined): Answer =>
    async (ctx) => {
      const translations: AiTranslations = strapi.plugin('i18n').service('ai-localizations');
      if (answer && (await translations.isEnabled())) return answer(ctx);
      ctx.body = { data: null };
    };
  return {
    ...controller,
    getJobForCollectionType: orNone(controller.getJobForCollectionType),
    getJobForSingleType: orNone(controller.getJobForSingleType),
  };
};

const ANSWERS = {
  'admin::ai': answerAiConfiguration,
  'plugin::i18n.ai-localization-jobs': answerAiJobs,
} as const;

/**
 * How pictures are treated: a few switches, and how many files go up at once. Strapi tells them to
 * who has `plugin::upload.settings.read`, by which they can be changed too, and asks for it in the
 * route and in the controller.
 */
const answerUploadSettings = (strapi: Core.Strapi): void => {
  const uploads: Uploads = strapi.plugin('upload').service('upload');
  const { admin } = strapi.plugin('upload').routes as unknown as { admin: { routes: Route[] } };
  const route = admin.routes.find(({ method, path }) => method === 'GET' && path === '/settings');
  if (!route) throw new Error('Strapi has no GET /upload/settings any more.');
  route.config = { ...route.config, policies: ['admin::isAuthenticatedAdmin'] };
  route.handler = async (ctx: Context) => {
    const atOnce = strapi.config.get<number>('plugin::upload.concurrentUploadRequests', 1);
    ctx.body = { data: { ...(await uploads.getSettings()), concurrentUploadRequests: atOnce } };
  };
};

/**
 * Answers what Strapi's panel asks for everybody who edits or picks a picture, whatever they may do
 * and whatever is switched on: it asks unconditionally and shows nothing of a refusal, but the
 * refusals of every form hide those that matter in the logs.
 */
export const answerPanel = (strapi: Core.Strapi): void => {
  const controllers = strapi.get<Registry>('controllers');
  for (const [uid, answer] of Object.entries(ANSWERS)) {
    controllers.extend(uid, (controller) => answer(strapi, controller));
  }
  answerUploadSettings(strapi);
};
