import path from 'node:path';

const ATTRIBUTES = /(\s(?:href|src|poster|action)=")(\/(?!\/)[^"]*)"/g;
const REFRESH = /(content="0; url=)(\/(?!\/)[^"]*)"/g;

/** The file of an address: a folder's is its `index.html`, for nobody looks for it without a server. */
const fileOf = (address: string): string =>
  address.endsWith('/') ? `${address}index.html` : address;

/** The way from one address of the site to another; what stands behind a question mark stays. */
export const relativeLink = (from: string, to: string): string => {
  const [, address = to, rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  return path.posix.relative(path.posix.dirname(fileOf(from)), fileOf(address)) + rest;
};

/** A page whose links lead from file to file. In its texts no attribute can stand: quotes are escaped there. */
export const withRelativeLinks = (address: string, html: string): string =>
  html
    .replace(
      ATTRIBUTES,
      (_, before: string, link: string) => `${before}${relativeLink(address, link)}"`
    )
    .replace(
      REFRESH,
      (_, before: string, link: string) => `${before}${relativeLink(address, link)}"`
    );
