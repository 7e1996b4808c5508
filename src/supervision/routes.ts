/** The endpoints of supervision. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { findingRoutes } from './routes/findings.ts';
import { ruleRoutes } from './routes/rule-book.ts';

export const routes: Endpoint[] = [...findingRoutes, ...ruleRoutes];
