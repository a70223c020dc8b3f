import { useEffect, useState } from 'react';
import { Checkbox } from '@strapi/design-system';
import type { Question } from '../../../shared/contracts';
import { setConfirmed } from './confirmation';

interface ConfirmationProps {
  question: Question;
  /** What is said yes to, with what follows from it. */
  children: string;
}

/** A question that saving or publishing asks; the answer holds while it is shown. */
export const Confirmation = ({ question, children }: ConfirmationProps) => {
  const [isConfirmed, setIsConfirmed] = useState(false);
  useEffect(() => {
    setConfirmed(question, isConfirmed);
    return () => setConfirmed(question, false);
  }, [question, isConfirmed]);
  return (
    <Checkbox checked={isConfirmed} onCheckedChange={(value) => setIsConfirmed(value === true)}>
      {children}
    </Checkbox>
  );
};
