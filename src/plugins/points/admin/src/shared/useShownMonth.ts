import { useQueryParams } from '@strapi/strapi/admin';
import { isMonth } from '../../../domain/period';
import { monthAt } from './periods';

/** The month that the address names, or the present one; and how to show another. */
export const useShownMonth = (): [string, (month: string) => void] => {
  const [{ query }, setQuery] = useQueryParams<{ month?: unknown }>();
  const present = monthAt(new Date());
  const { month } = query;
  const isShown = typeof month === 'string' && isMonth(month) && month <= present;
  return [isShown ? month : present, (next) => setQuery({ month: next })];
};
