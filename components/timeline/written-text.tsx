'use client';

import { useMemo } from 'react';
import { looksLikeMarkdown } from './looks-like-markdown';
import { useMarkdown } from './use-markdown';

/** What people typed. Plain words stay as they are; Markdown is rendered once its renderer is there. */
export function WrittenText({ text, className = '' }: { text: string; className?: string }) {
  const isMarkdown = useMemo(() => looksLikeMarkdown(text), [text]);
  const render = useMarkdown(isMarkdown);
  const rendered = useMemo(() => render?.(text) ?? null, [render, text]);
  if (rendered === null) return <p className={`whitespace-pre-wrap ${className}`}>{text}</p>;
  return <div className={`written ${className}`}>{rendered}</div>;
}
