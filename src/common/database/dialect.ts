import type { Core } from '@strapi/strapi';

/** Whether the application runs on PostgreSQL; else it runs on SQLite (`config/database`). */
export const isPostgres = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === 'postgres';
