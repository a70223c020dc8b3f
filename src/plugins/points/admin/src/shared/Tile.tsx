import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Tiles beside each other, as many as there is room for. */
export const Tiles = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
  gap: 1.6rem;
`;

interface TileProps {
  title: string;
  children: ReactNode;
  /** What it is held against, smaller. */
  notes?: readonly string[];
}

/** One number at a glance. */
export const Tile = ({ title, children, notes = [] }: TileProps) => (
  <Box tag="section" background="neutral0" hasRadius borderColor="neutral200" padding={4}>
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography tag="h2" variant="pi" fontWeight="semiBold" textColor="neutral600">
        {title}
      </Typography>
      <Typography variant="alpha" tag="p">
        {children}
      </Typography>
      {notes.map((note) => (
        <Typography key={note} variant="pi" textColor="neutral600">
          {note}
        </Typography>
      ))}
    </Flex>
  </Box>
);
