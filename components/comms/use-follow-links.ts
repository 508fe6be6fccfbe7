'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

interface ListedLink {
  linkId: string;
  views: number;
}

const ttlHours = 7 * 24;

/** The links of one incident as the server counts them, and a way to make one. */
export function useFollowLinks(number: string, mayList: boolean) {
  const place = `/api/v1/incidents/${number}/follow-links`;
  const client = useQueryClient();
  const [state, setState] = useState({ made: '', words: '', isBusy: false });
  const { data: listed } = useQuery({
    queryKey: ['follow-links', number],
    enabled: mayList,
    queryFn: async ({ signal }): Promise<ListedLink[]> => {
      const response = await fetch(place, { signal });
      if (!response.ok) return [];
      return ((await response.json()) as { items?: ListedLink[] }).items ?? [];
    },
  });
  const make = async (label: string): Promise<boolean> => {
    setState({ made: '', words: '', isBusy: true });
    const answer = await fetch(place, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ label, ttlHours }),
    }).then(readAnswer, () => ({ words: 'The console cannot be reached.' }));
    setState({ made: '', words: '', ...answer, isBusy: false });
    void client.invalidateQueries({ queryKey: ['follow-links', number] });
    return 'made' in answer;
  };
  const viewsOf = (linkId: string) => {
    const views = listed?.find((link) => link.linkId === linkId)?.views ?? 0;
    return views === 0 ? ', not looked at yet' : `, looked at ${views} ${views === 1 ? 'time' : 'times'}`;
  };
  return { ...state, viewsOf, make };
}

async function readAnswer(response: Response): Promise<{ made: string } | { words: string }> {
  const body = (await response.json().catch(() => ({}))) as Partial<Record<'address' | 'detail' | 'title', string>>;
  if (response.ok && body.address) return { made: body.address };
  return { words: body.detail ?? body.title ?? 'The console made no link.' };
}
