import type { Core } from '@strapi/strapi';

/** What a page of the site never asks a reader's device for. */
const UNUSED = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'publickey-credentials-get', 'serial', 'usb'],
];

const POLICY = UNUSED.map((feature) => `${feature}=()`).join(', ');

interface ResponseContext {
  set(header: string, value: string): void;
}

/** Global middleware: the header `Permissions-Policy`, the one that `strapi::security` does not know. */
const permissionsPolicy: Core.MiddlewareFactory =
  () =>
  async (ctx: ResponseContext, next: () => Promise<unknown>): Promise<void> => {
    ctx.set('Permissions-Policy', POLICY);
    await next();
  };

export default permissionsPolicy;
