import pg from 'pg';
import { openLoop, timesOf } from '../stage/open-loop';

/** The smallest question and the smallest commit at a fixed rate on a few plain connections: milliseconds each. */
export async function bareDatabase(
  url: string,
  perSecond: number,
  count: number,
): Promise<{ selects: number[]; commits: number[] }> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  try {
    await pool.query('CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, body text NOT NULL)');
    const body = 'x'.repeat(500);
    const selects = await openLoop(perSecond, count, () => pool.query('SELECT 1'));
    const commits = await openLoop(perSecond, count, () =>
      pool.query('INSERT INTO bench_floor (body) VALUES ($1)', [body]),
    );
    await pool.query('DROP TABLE bench_floor');
    return { selects: timesOf(selects), commits: timesOf(commits) };
  } finally {
    await pool.end();
  }
}
