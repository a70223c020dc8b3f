import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';

interface PanelSectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** One part of a side panel, under a heading of its own. */
export const PanelSection = ({ title, aside, children }: PanelSectionProps) => (
  <Flex tag="section" direction="column" alignItems="stretch" gap={2} width="100%">
    <Flex justifyContent="space-between" alignItems="baseline" gap={2}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      {aside}
    </Flex>
    {children}
  </Flex>
);
