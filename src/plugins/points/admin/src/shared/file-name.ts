/** The name that a server gives a file (RFC 6266): the one in any language, else the plain one. */
export const fileNameOf = (disposition: string | null): string => {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  const [, plain] = /filename="([^"]+)"/i.exec(disposition ?? '') ?? [];
  return encoded === undefined ? (plain ?? '') : decodeURIComponent(encoded);
};
