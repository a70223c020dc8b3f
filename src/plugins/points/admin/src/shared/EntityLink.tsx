import type { ReactNode } from 'react';
import { Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

interface EntityLinkProps {
  uid: string;
  documentId: string;
  children: ReactNode;
}

/** A link to a document in the Content Manager. */
export const EntityLink = ({ uid, documentId, children }: EntityLinkProps) => (
  <Link tag={RouterLink} to={`/content-manager/collection-types/${uid}/${documentId}`}>
    {children}
  </Link>
);
