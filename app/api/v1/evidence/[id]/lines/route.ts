import { evidenceRoute } from '@/lib/server/evidence/reading/evidence-route';
import { serveLines } from '@/lib/server/evidence/reading/serve-reading';

export const GET = evidenceRoute('evidence lines', serveLines);
