/** The endpoints of disclosure. */
import type { Endpoint } from '../platform/http/endpoint.ts';
import { complaintRoutes } from './routes/complaints.ts';
import { copyRoutes } from './routes/copies.ts';
import { openRoutes } from './routes/open.ts';
import { openComplaintRoutes } from './routes/open-complaints.ts';

export const routes: Endpoint[] = [
  ...copyRoutes,
  ...complaintRoutes,
  ...openRoutes,
  ...openComplaintRoutes,
];
