'use client';

import { useEffect, useState } from 'react';

/** `screenshot-20261122-030512.png`: what a pasted picture is called; browsers call every one of them image.png. */
function named(file: File, at: Date): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const [day = '', time = ''] = at.toISOString().split('T');
  const stamp = `${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}`;
  return new File([file], `screenshot-${stamp}.${file.name.split('.').at(-1)}`, { type: file.type });
}

/**
 * Files that are dropped or pasted anywhere on the page; one that misses a small target must not replace the page.
 * Answers whether some are held over it right now.
 */
export function usePageFiles(onFiles: ((files: File[]) => void) | null): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (!onFiles) return;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const take = (event: Event, transfer: DataTransfer | null) => {
      const files = [...(transfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files.map((file) => named(file, new Date())));
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      take(event, event.dataTransfer);
    };
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData);
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [onFiles]);
  return isOver;
}
