/** The content type of the Content Manager's page, where the address is one. */
export const contentTypeIn = (pathname: string): string | undefined =>
  /\/content-manager\/collection-types\/([^/]+)/.exec(pathname)?.[1];
