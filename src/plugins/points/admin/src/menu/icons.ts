import { Bell, Briefcase, Discuss, Lock, Mail, Message, SealCheck } from '@strapi/icons';
import { countedIcon } from './counted-icon';
import {
  useCommissionCount,
  useDeskCount,
  useInboxCount,
  useMyBulletinCount,
  useNoticeCount,
  useObjectionCount,
  useSealedAwardCount,
} from './counts';

/** The icons of the menu beside which it stands how much waits. */
export const InboxIcon = countedIcon(Mail, useInboxCount);
export const DeskIcon = countedIcon(Briefcase, useDeskCount);
export const CommissionsIcon = countedIcon(Message, useCommissionCount);
export const ObjectionsIcon = countedIcon(Discuss, useObjectionCount);
export const BulletinsIcon = countedIcon(Lock, useSealedAwardCount);
export const MyBulletinsIcon = countedIcon(SealCheck, useMyBulletinCount);
export const NoticesIcon = countedIcon(Bell, useNoticeCount);
