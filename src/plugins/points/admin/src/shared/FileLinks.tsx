import { Link } from '@strapi/design-system';

interface FileLinksProps {
  files: ReadonlyArray<{ id: number; name: string; url: string }>;
}

/** Files that were shown for something, each to be opened. */
export const FileLinks = ({ files }: FileLinksProps) => (
  <>
    {files.map(({ id, name, url }) => (
      <Link key={id} href={url} isExternal>
        {name}
      </Link>
    ))}
  </>
);
