import type { ReactNode } from 'react';
import { Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { PEOPLE_PATH, UNITS_PATH } from '../constants';

interface ProfileLinkProps {
  of: 'unit' | 'person';
  documentId: string;
  /** `YYYY-MM`, the month that the page shows; absent: the present one. */
  month?: string;
  /** Whether the page is there for the person at the screen; without it a name stays a name. */
  isOpen: boolean;
  children: ReactNode;
}

/** The name of a unit or person, which leads to their page for who may open it. */
export const ProfileLink = ({ of, documentId, month, isOpen, children }: ProfileLinkProps) => {
  if (!isOpen) return <>{children}</>;
  const path = of === 'unit' ? UNITS_PATH : PEOPLE_PATH;
  const query = month === undefined ? '' : `?month=${month}`;
  return (
    <Link tag={RouterLink} to={`/${path}/${encodeURIComponent(documentId)}${query}`}>
      {children}
    </Link>
  );
};
