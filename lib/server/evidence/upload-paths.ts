import 'server-only';

/** Where resumable uploads begin; each goes on one level below. */
export const uploadsPath = '/api/v1/uploads';

const rawPlace = /^\/api\/v1\/incidents\/([^/]+)\/evidence\/?$/;

/** True for `POST` and `PUT /api/v1/incidents/{number}/evidence`. */
export function isRawUpload(method: string | undefined, path: string): boolean {
  return (method === 'POST' || method === 'PUT') && rawPlace.test(path);
}

/** The number in such a path, as it stands there: what is no number names no incident. */
export function rawUploadNumber(path: string): string {
  return rawPlace.exec(path)?.[1] ?? '';
}

/** True for everything under `/api/v1/uploads`. */
export function isResumableUpload(path: string): boolean {
  return path === uploadsPath || path.startsWith(`${uploadsPath}/`);
}
