import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Incident console',
    short_name: 'Incidents',
    start_url: '/',
    display: 'standalone',
    background_color: '#0b0e13',
    theme_color: '#12151b',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
