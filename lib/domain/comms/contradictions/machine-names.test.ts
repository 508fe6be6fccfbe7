import { expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { machineNames } from './machine-names';

it('[M2] targets, hosts, containers and products are names of machines; what is called like what people do is none', () => {
  const catalogue = aCatalogue();
  const [service] = catalogue.services;
  if (!service) throw new Error('no service');
  const names = machineNames({
    targets: [{ id: 'api-blue', name: 'API blue', url: 'https://blue.api.example.org/deep' }],
    services: [
      { ...service, id: 'minio', name: 'MinIO / S3' },
      { ...service, id: 'postgres-primary', name: 'PostgreSQL primary' },
      { ...service, id: 'search', name: 'Search' },
    ],
    evidence: {
      ...catalogue.evidence,
      recipes: catalogue.evidence.recipes.map((recipe) => ({
        ...recipe,
        perInstance: [{ target: 'api-blue', name: 'backend_api_blue' }],
      })),
    },
  });
  expect(names.sort()).toEqual(
    ['api-blue', 'backend_api_blue', 'blue.api.example.org', 'minio', 'postgres-primary', 'postgresql'].sort(),
  );
});
