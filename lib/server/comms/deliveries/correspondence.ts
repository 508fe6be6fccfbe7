import 'server-only';
import type { Pool } from 'pg';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import type { Correspondence } from '../../integrations/receiver';

/** What a receiver calls this incident, as the database keeps it. */
export function correspondenceOf(pool: Pool, number: string, destination: Destination): Correspondence {
  return {
    read: async () => {
      const { rows } = await pool.query(
        'SELECT data FROM correspondence WHERE incident_number = $1 AND destination = $2',
        [number, destination],
      );
      return rows[0]?.data ?? null;
    },
    keep: async (data) => {
      await pool.query(
        `INSERT INTO correspondence (incident_number, destination, data) VALUES ($1, $2, $3)
         ON CONFLICT (incident_number, destination) DO UPDATE SET data = EXCLUDED.data`,
        [number, destination, JSON.stringify(data)],
      );
    },
  };
}
