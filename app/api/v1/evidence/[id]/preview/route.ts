import { servePreview } from '@/lib/server/evidence/preview/serve-preview';
import { evidenceRoute } from '@/lib/server/evidence/reading/evidence-route';

export const GET = evidenceRoute('evidence preview', servePreview);
