import type { EvidenceRecipe } from '../catalogue/evidence-guide';

/** Where a shell sends what it saves, and with what right. */
export interface CaptureTarget {
  /** Absolute: `https://console.example.org/api/v1/incidents/INC-2026-0007/evidence`. */
  url: string;
  /** A capture token: URL-safe characters only. */
  token: string;
}

/**
 * A recipe's command as one paste: its output goes to the console while a copy stays in /tmp. What the command says on
 * its error channel is kept too, since that is where many services log.
 */
export function captureLine(recipe: EvidenceRecipe, { url, token }: CaptureTarget): string {
  return [
    `f="${recipe.fileName}"`,
    `${grouped(withoutRedirect(recipe))} 2>&1 | tee "/tmp/$f" \\`,
    `  | curl -fsS -T - -H "Authorization: Bearer ${token}" "${url}?recipe=${recipe.id}&name=$f"`,
  ].join('\n');
}

/** All of them as one POSIX script: goes on when one fails, keeps every output in /tmp and says at the end what is missing. */
export function captureScript(recipes: readonly EvidenceRecipe[], { url, token }: CaptureTarget): string {
  return [
    '( # Saves what shows the cause, before anything is touched. Goes on when one command fails.',
    `url="${url}"; token="${token}"; missing=""`,
    'keep() {',
    '  curl -fsS -T "/tmp/$2" -H "Authorization: Bearer $token" "$url?recipe=$1&name=$2"',
    '}',
    ...recipes.flatMap(scriptPart),
    'if [ -n "$missing" ]; then echo "NOT SAVED:$missing"; exit 1; fi',
    'echo "All saved."',
    ')',
  ].join('\n');
}

function scriptPart(recipe: EvidenceRecipe): string[] {
  const { id, title, fileName } = recipe;
  const commented = title.replace(/\s+/g, ' ');
  return [
    '',
    `# ${commented}`,
    `f="${fileName}"`,
    `if ${grouped(withoutRedirect(recipe), true)} > "/tmp/$f" 2>&1 && [ -s "/tmp/$f" ] && keep ${id} "$f"`,
    `then :; else missing="$missing ${id}"; echo "${id}: not saved; look at /tmp/$f" >&2; fi`,
  ];
}

/** The command without the file that it writes to by itself. */
function withoutRedirect({ command, fileName }: EvidenceRecipe): string {
  const text = command.trimEnd();
  const start = text.lastIndexOf('>');
  const target = text.slice(start + 1).trim();
  const isOwnFile = start >= 0 && (target === fileName || target.endsWith(`/${fileName}`));
  return isOwnFile ? text.slice(0, start).replace(/(\s|\\\n)+$/, '') : text;
}

/** A pipeline, or several lines, as one command whose output can be redirected as a whole. */
function grouped(command: string, always = false): string {
  return always || /[|;&\n]/.test(command) ? `{ ${command}\n}` : command;
}
