import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface CardProps {
  title: string;
  children: ReactNode;
}

/** One part of a page, under a heading of its own. */
export const Card = ({ title, children }: CardProps) => (
  <Box background="neutral0" hasRadius borderColor="neutral200" padding={5} tag="section">
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      {children}
    </Flex>
  </Box>
);
