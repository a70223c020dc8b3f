import type { Core, Struct, UID } from '@strapi/strapi';
import { slugFieldsOf } from './fields';
import { pinyinSlug } from './pinyin-slug';
import { uniqueSlug } from './unique-slug';

interface UidRequest {
  contentTypeUID: UID.ContentType;
  field: string;
  data: Record<string, unknown>;
  locale?: string;
}

/** The part of the Content Manager's `uid` service that is replaced. */
interface UidService {
  generateUIDField(request: UidRequest): Promise<string>;
}

/** Strapi's list of services, which lets one be replaced by another that wraps it. */
interface ServiceRegistry {
  extend(uid: string, wrap: (service: UidService) => UidService): void;
}

/**
 * Makes the form's "regenerate" button and its proposal while typing write pinyin. Strapi's own
 * generator drops Chinese characters, so that every title of a year would come out as the year.
 */
export const proposePinyinSlugs = (strapi: Core.Strapi): void => {
  const services = strapi.get<ServiceRegistry>('services');
  services.extend('plugin::content-manager.uid', (service) => ({
    ...service,
    async generateUIDField({ contentTypeUID, field, data, locale }: UidRequest): Promise<string> {
      const contentType: Struct.ContentTypeSchema = strapi.contentType(contentTypeUID);
      const target = slugFieldsOf(contentType).find(({ name }) => name === field)?.target;
      const text = target === undefined ? undefined : data[target];
      const wanted = typeof text === 'string' ? pinyinSlug(text) : '';
      if (wanted === '') {
        return service.generateUIDField({ contentTypeUID, field, data: {}, locale });
      }
      return uniqueSlug(strapi, wanted, { uid: contentTypeUID, field });
    },
  }));
};
