import { evidenceRoute } from '@/lib/server/evidence/reading/evidence-route';
import { serveFind } from '@/lib/server/evidence/reading/serve-reading';

export const GET = evidenceRoute('evidence find', serveFind);
