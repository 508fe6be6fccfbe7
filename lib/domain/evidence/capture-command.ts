import type { Capture } from './capture-of';

/** Where a shell sends what it saves, and with what right. */
export interface CaptureTarget {
  /** Absolute: `https://console.example.org/api/v1/incidents/INC-2026-0007/evidence`. */
  url: string;
  /** A capture token: URL-safe characters only. */
  token: string;
}

/**
 * One capture as one paste: the output goes into a file in /tmp, from there to the console, and the exit status of the
 * command beside it (rule E11). What the command says on its error channel is kept too, since that is where many
 * services log. Needs nothing but a POSIX shell; of a pipeline the shell knows the end of its last command.
 */
export function captureLine(capture: Capture, { url, token }: CaptureTarget): string {
  return [
    `( f="${capture.fileName}"; s=0`,
    ...runLines(capture),
    `curl -fsS -T "/tmp/$f" -H "Authorization: Bearer ${token}" "${url}?${queryOf(capture)}&status=$s&name=$f" )`,
  ].join('\n');
}

/** All of them as one POSIX script: goes on when one fails, keeps every output in /tmp and says at the end what is missing. */
export function captureScript(captures: readonly Capture[], { url, token }: CaptureTarget): string {
  return [
    '( # Saves what shows the cause, before anything is touched. Goes on when one command fails.',
    `url="${url}"; token="${token}"; missing=""`,
    'keep() {',
    '  answer=$(curl -fsS -T "/tmp/$f" -H "Authorization: Bearer $token" "$url?$1&status=$s&name=$f") || return 1',
    '  printf "%s\\n" "$answer"',
    '  case "$answer" in saved*) ;; *) return 1 ;; esac',
    '}',
    ...captures.flatMap(scriptPart),
    'if [ -n "$missing" ]; then echo "NOT SAVED:$missing"; exit 1; fi',
    'echo "All saved."',
    ')',
  ].join('\n');
}

function scriptPart(capture: Capture): string[] {
  const { recipe, instance, fileName } = capture;
  const label = instance ? `${recipe.id}(${instance.target})` : recipe.id;
  return [
    '',
    `# ${recipe.title.replace(/\s+/g, ' ')}${instance ? `: ${instance.name}` : ''}`,
    `f="${fileName}"; s=0`,
    ...runLines(capture),
    `keep "${queryOf(capture)}" || { missing="$missing ${label}"; echo "${label}: not saved; look at /tmp/$f" >&2; }`,
  ];
}

/** In a shell of its own, so that nothing it sets or leaves ends the rest; its status is in `s`. */
function runLines({ command }: Capture): string[] {
  return [`( ${command}`, ') > "/tmp/$f" 2>&1 || s=$?'];
}

function queryOf({ recipe, instance }: Capture): string {
  return instance ? `recipe=${recipe.id}&instance=${instance.target}` : `recipe=${recipe.id}`;
}
